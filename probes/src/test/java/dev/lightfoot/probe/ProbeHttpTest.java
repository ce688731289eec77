package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ProbeHttpTest {

  private static Run against(ScriptedServer.Script script) throws Exception {
    return against(new ProbeBench(), script);
  }

  private static Run against(ProbeBench bench, ScriptedServer.Script script) throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(script)) {
      return bench.run("http://127.0.0.1:" + server.port() + "/");
    }
  }

  private static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static ScriptedServer.Script afterHead(ScriptedServer.Script rest) {
    return connection -> {
      ScriptedServer.readHead(connection);
      rest.play(connection);
    };
  }

  @Test
  void phasesAndGapAddUpToTheWallTime() throws Exception {
    Exchange exchange =
        only(against(ScriptedServer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")));
    long last = exchange.marks().lastByteNanos().orElseThrow();
    assertThat(exchange.phases().totalNanos() + exchange.gapNanos())
        .isEqualTo(last - exchange.startNanos());
    assertThat(exchange.gapNanos()).isNotNegative();
    assertThat(state(exchange, Phase.TLS)).isEqualTo("plain-text");
  }

  @Test
  void sizesAreThoseOfTheWire() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: b\r\n\r\n";
    Exchange exchange =
        only(
            against(
                new ProbeBench().cookies("a=1", "b=2").post("hello world"),
                afterHead(
                    connection -> {
                      connection.getInputStream().readNBytes(11);
                      write(connection, head + "12345");
                    })));
    assertThat(exchange.response().orElseThrow().headerBytes()).isEqualTo(head.length());
    assertThat(exchange.response().orElseThrow().bodyBytes()).isEqualTo(5);
    assertThat(exchange.request().bodyBytes()).isEqualTo(11);
    assertThat(exchange.request().cookieBytes()).isEqualTo("a=1; b=2".length());
  }

  @Test
  void anInterimResponseHasAMarkOfItsOwn() throws Exception {
    Exchange exchange =
        only(
            against(
                afterHead(
                    connection -> {
                      write(connection, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
                      ScriptedServer.pause(connection, 60);
                      write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    })));
    assertThat(exchange.interim()).extracting(Interim::status).containsExactly(103);
    long first = exchange.marks().firstByteNanos().orElseThrow();
    long last = exchange.marks().finalFirstByteNanos().orElseThrow();
    assertThat(exchange.interim().getFirst().atNanos()).isEqualTo(first);
    assertThat(last - first).isGreaterThan(50_000_000L);
    assertThat(exchange.phases().durationNanos(Phase.WAIT)).isGreaterThan(50_000_000L);
  }

  @Test
  void aHeaderLineOfOneMegabyteIsRefused() throws Exception {
    Run run =
        against(
            ScriptedServer.answer(
                "HTTP/1.1 200 OK\r\nX-Long: " + "a".repeat(1 << 20) + "\r\n\r\n"));
    assertThat(error(run)).isEqualTo("receive headers-too-large");
  }

  @Test
  void moreThanAThousandHeaderLinesAreRefused() throws Exception {
    Run run =
        against(ScriptedServer.answer("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(1_001) + "\r\n"));
    assertThat(error(run)).isEqualTo("receive headers-too-large");
  }

  @Test
  void aStalledServerEndsWithTheTimeGivenToTheRun() throws Exception {
    long start = System.nanoTime();
    Run run =
        against(
            new ProbeBench().timeout(Duration.ofMillis(600)),
            afterHead(connection -> connection.getInputStream().read()));
    assertThat(error(run)).isEqualTo("wait timeout");
    assertThat((System.nanoTime() - start) / 1_000_000).isBetween(600L, 1_100L + 1_000);
  }

  @Test
  void aResetInsteadOfAnAnswerIsNamed() throws Exception {
    Run run = against(afterHead(connection -> connection.setSoLinger(true, 0)));
    assertThat(error(run)).isEqualTo("wait connection-reset");
  }

  @Test
  void aCloseInsteadOfAnAnswerIsNamed() throws Exception {
    assertThat(error(against(afterHead(connection -> {})))).isEqualTo("wait connection-closed");
  }

  @Test
  void somethingElseThanHttpIsNamed() throws Exception {
    Run run = against(afterHead(connection -> write(connection, "220 smtp.example ESMTP\r\n\r\n")));
    assertThat(error(run)).isEqualTo("receive malformed-response");
  }

  @Test
  void theKernelsRoundTripTimeIsReadOnLinux() throws Exception {
    Exchange exchange =
        only(against(ScriptedServer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")));
    boolean linux = System.getProperty("os.name").equals("Linux");
    assertThat(exchange.connection().orElseThrow().kernel().isPresent()).isEqualTo(linux);
  }

  @RepeatedTest(100) // whether its connection counted as made was a matter of luck once
  void aCancelledRunKeepsWhatWasMeasured() throws Exception {
    Cancellation cancellation = new Cancellation();
    try (ScriptedServer server =
        ScriptedServer.plain(
            afterHead(
                connection -> {
                  cancellation.cancel();
                  connection.getInputStream().read();
                }))) {
      long start = System.nanoTime();
      Run run =
          new ProbeBench()
              .measure(
                  "http://127.0.0.1:" + server.port() + "/",
                  5,
                  false,
                  false,
                  ProbeListener.NONE,
                  cancellation)
              .runs()
              .getLast();
      assertThat(error(run)).endsWith("cancelled");
      assertThat(state(only(run), Phase.TCP)).isEqualTo("measured");
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
    }
  }

  @Test
  void nothingIsLeftOpenAfterwards() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            ScriptedServer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))) {
      new ProbeBench().measure("http://127.0.0.1:" + server.port() + "/", 3, false, true);
      assertThat(Optional.of(server.accepted())).contains(3);
    }
  }

  @Test
  void aGivenAcceptEncodingReplacesOurs() throws Exception {
    String[] head = new String[1];
    against(
        new ProbeBench().headers(new dev.lightfoot.model.Header("Accept-Encoding", "identity")),
        connection -> {
          head[0] = ScriptedServer.readHead(connection);
          write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
    assertThat(head[0]).contains("Accept-Encoding: identity").doesNotContain("gzip");
  }
}
