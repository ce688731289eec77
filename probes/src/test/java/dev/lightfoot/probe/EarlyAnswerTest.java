package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.Leftovers;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Servers that answer before they have the whole request.
class EarlyAnswerTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int BODY = 24 << 20;
  private static final long PAUSE_MILLIS = 300;

  private static void rest() throws InterruptedException {
    assertThat(new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
  }

  private static void write(Socket connection, String text) throws Exception {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// The head came when it came, long before the body and before the request had left.
  private static void isTold(Run run) {
    assertThat(error(run)).isEqualTo("none");
    Exchange exchange = only(run);
    assertThat(exchange.status()).hasValue(413);
    long first = exchange.marks().finalFirstByteNanos().orElseThrow();
    long last = exchange.marks().lastByteNanos().orElseThrow();
    assertThat(last - first).isGreaterThan(PAUSE_MILLIS * 500_000);
    assertThat(exchange.request().bodyBytes()).isLessThan(BODY);
    assertThat(exchange.response().orElseThrow().cut()).isEmpty();
  }

  @Test
  void overHttp1A413IsToldThoughTheRestIsNotRead() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection.getInputStream().readNBytes(1 << 16);
              write(connection, "HTTP/1.1 413 Too Large\r\nContent-Length: 4\r\n\r\n");
              rest();
              write(connection, "full");
              rest();
            })) {
      String url = "http://127.0.0.1:" + server.port() + "/";
      isTold(new ProbeBench().timeout(LIMIT).post("x".repeat(BODY)).run(url));
      Leftovers leftovers = Leftovers.before();
      isTold(new ProbeBench().timeout(LIMIT).post("x".repeat(BODY)).run(url));
      leftovers.assertNone();
    }
  }

  @Test
  void overHttp1A413IsToldThoughTheConnectionIsReset() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection.getInputStream().readNBytes(1 << 16);
              write(connection, "HTTP/1.1 413 Too Large\r\nContent-Length: 4\r\n\r\nfull");
              rest();
              connection.setSoLinger(true, 0);
            })) {
      Run run =
          new ProbeBench()
              .timeout(LIMIT)
              .post("x".repeat(BODY))
              .run("http://127.0.0.1:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).status()).hasValue(413);
    }
  }

  @Test
  void overH2A413IsToldThoughTheWindowStaysShut() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> {
            OutputStream out = connection.getOutputStream();
            out.write(
                RawHttp2.frame(
                    RawHttp2.HEADERS,
                    RawHttp2.END_HEADERS,
                    stream,
                    RawHttp2.block(":status", "413")));
            rest();
            out.write(RawHttp2.frame(RawHttp2.DATA, RawHttp2.END_STREAM, stream, new byte[4]));
          });
      isTold(
          new ProbeBench(BadCertificates.ANCHORS)
              .resolver(dns)
              .timeout(LIMIT)
              .post("x".repeat(BODY))
              .run("https://" + BadCase.HOST + ":" + server.port() + "/"));
    }
  }

  @Test
  void aLongBodyThatIsReadArrivesWhole() throws Exception {
    long[] came = new long[1];
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              InputStream in = connection.getInputStream();
              came[0] = in.readNBytes(BODY).length;
              write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
              in.read();
            })) {
      Run run =
          new ProbeBench()
              .timeout(LIMIT)
              .post("x".repeat(BODY))
              .run("http://127.0.0.1:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("none");
      assertThat(came[0]).isEqualTo(BODY);
      assertThat(only(run).request().bodyBytes()).isEqualTo(BODY);
      assertThat(only(run).phases().durationNanos(Phase.WAIT)).isPositive();
    }
  }
}
