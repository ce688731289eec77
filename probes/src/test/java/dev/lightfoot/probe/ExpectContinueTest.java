package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `Expect: 100-continue` with servers that answer it and with those that do not.
class ExpectContinueTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static ProbeBench expecting(ProbeBench bench, int bytes) {
    return bench
        .timeout(Duration.ofSeconds(20))
        .headers(new Header("Expect", "100-continue"))
        .post("x".repeat(bytes));
  }

  private static void write(Socket connection, String text) throws Exception {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void wentOn(Snapshot snapshot, int bytes) {
    Run run = snapshot.runs().getFirst();
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).status()).hasValue(200);
    assertThat(only(run).request().bodyBytes()).isEqualTo(bytes);
    assertThat(only(run).phases().durationNanos(Phase.SEND))
        .isGreaterThanOrEqualTo(ExchangeTrace.CONTINUE_PATIENCE.toNanos());
    assertThat(snapshot.environment().warnings()).hasSize(1);
    assertThat(snapshot.environment().warnings().getFirst())
        .contains("said nothing to Expect: 100-continue within 1 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100_000})
  void overHttp1TheBodyIsSentAfterASecondWithoutAWord(int bytes) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection.getInputStream().readNBytes(bytes);
              write(connection, OK);
              connection.getInputStream().read();
            })) {
      wentOn(
          expecting(new ProbeBench(), bytes)
              .measure("http://127.0.0.1:" + server.port() + "/", 1, false, false),
          bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 30_000})
  void overH2TheBodyIsSentAfterASecondWithoutAWord(int bytes) throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> {
            while (server.frames().stream()
                .noneMatch(
                    frame ->
                        frame.type() == RawHttp2.DATA
                            && (frame.flags() & RawHttp2.END_STREAM) != 0)) {
              Thread.onSpinWait();
            }
            connection.getOutputStream().write(RawHttp2.ok(stream));
          });
      wentOn(
          expecting(new ProbeBench(BadCertificates.ANCHORS), bytes)
              .resolver(dns)
              .measure("https://" + BadCase.HOST + ":" + server.port() + "/", 1, false, false),
          bytes);
    }
  }

  @Test
  void aContinueThatComesIsNotWaitedForAnyLonger() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              write(connection, "HTTP/1.1 100 Continue\r\n\r\n");
              connection.getInputStream().readNBytes(3);
              write(connection, OK);
              connection.getInputStream().read();
            })) {
      Snapshot snapshot =
          expecting(new ProbeBench(), 3)
              .measure("http://127.0.0.1:" + server.port() + "/", 1, false, false);
      Run run = snapshot.runs().getFirst();
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).interim()).singleElement().matches(each -> each.status() == 100);
      assertThat(snapshot.environment().warnings()).isEmpty();
    }
  }

  @Test
  void aRefusalInsteadOfContinueEndsItWithoutTheBody() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              write(connection, "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n");
              connection.getInputStream().read();
            })) {
      Run run = expecting(new ProbeBench(), 3).run("http://127.0.0.1:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).status()).hasValue(417);
      assertThat(only(run).request().bodyBytes()).isZero();
    }
  }
}
