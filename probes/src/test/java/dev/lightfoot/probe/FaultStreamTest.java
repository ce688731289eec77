package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.Leftovers;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// HTTP/1.1 servers that stall, drip, flood or contradict themselves.
class FaultStreamTest {
  private static final Duration LIMIT = Duration.ofMillis(900);

  private static Run against(ProbeBench bench, ScriptedServer.Script script) throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(script)) {
      long start = System.nanoTime();
      Run run = bench.run("http://127.0.0.1:" + server.port() + "/");
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
      return run;
    }
  }

  private static Run answered(String response) throws Exception {
    return against(
        new ProbeBench().timeout(LIMIT),
        connection -> {
          ScriptedServer.readHead(connection);
          write(connection, response);
          connection.getInputStream().read();
        });
  }

  private static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void headersThatDripAreStoppedByTheTimeGivenToTheRun() throws Exception {
    Run run =
        against(
            new ProbeBench().timeout(LIMIT),
            connection -> {
              ScriptedServer.readHead(connection);
              write(connection, "HTTP/1.1 200 OK\r\nX-Slow: ");
              while (true) {
                write(connection, "x");
                ScriptedServer.pause(connection, 100);
              }
            });
    assertThat(error(run)).isEqualTo("wait timeout");
    assertThat(only(run).marks().firstByteNanos()).isPresent();
  }

  @Test
  void anUploadThatNobodyReadsIsStoppedInItsPhase() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Run run =
        against(
            new ProbeBench().timeout(LIMIT).post("x".repeat(24 << 20)),
            connection -> {
              connection.getInputStream().read();
              assertThat(over.await(3, TimeUnit.SECONDS)).isTrue();
            });
    over.countDown();
    assertThat(error(run)).isEqualTo("send timeout");
    assertThat(only(run).request().bodyBytes()).isBetween(1L, 24L << 20);
  }

  @Test
  void interimResponsesWithoutEndAreRefused() throws Exception {
    Run run = answered("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(300));
    assertThat(error(run)).isEqualTo("wait headers-too-large");
    assertThat(run.error().orElseThrow().message()).contains("100 interim responses");
  }

  @Test
  void tenThousandHeaderLinesAreRefused() throws Exception {
    assertThat(error(answered("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(10_000) + "\r\n")))
        .isEqualTo("receive headers-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "'Content-Length: 2|Content-Length: 3', 'gives two lengths (2 and 3)'",
    "'Content-Length: 2, 3', 'gives two lengths (2 and 3)'",
    "'Content-Length: -1', 'Content-Length is not a number'",
    "'Content-Length: 2x', 'Content-Length is not a number'",
    "'Content-Length: 99999999999999999999', 'Content-Length is not a number'",
    "'A: b\u0000c|Content-Length: 2', 'hold a NUL byte'",
    "'A: b\rc|Content-Length: 2', 'a carriage return that does not end a line'",
  })
  void aHeadThatIsAmbiguousIsRefusedInWords(String lines, String words) throws Exception {
    Run run = answered("HTTP/1.1 200 OK\r\n" + lines.replace("|", "\r\n") + "\r\n\r\nok");
    assertThat(error(run)).isEqualTo("receive malformed-response");
    assertThat(run.error().orElseThrow().message()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'Content-Length: 2|Content-Length: 2', 2",
    "'Content-Length: 2|A: b| c', 2",
    "'Content-Length: 9|Transfer-Encoding: chunked', 2",
  })
  void aHeadThatIsOddButClearIsMeasured(String lines, int bytes) throws Exception {
    String body = lines.contains("chunked") ? "2\r\nok\r\n0\r\n\r\n" : "ok";
    Run run = answered("HTTP/1.1 200 OK\r\n" + lines.replace("|", "\r\n") + "\r\n\r\n" + body);
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).response().orElseThrow().bodyBytes()).isEqualTo(bytes);
  }

  @Test
  void aResponseWithoutABodyIsNotWaitedFor() throws Exception {
    Run run = answered("HTTP/1.1 304 Not Modified\r\nContent-Length: 5000\r\n\r\n");
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).status()).hasValue(304);
    assertThat(state(only(run), Phase.RECEIVE)).isEqualTo("measured");
  }

  @Test
  void aBombWithinABombIsCutWithoutFillingTheHeap() throws Exception {
    byte[] bomb = gzip(gzip(new byte[32 << 20]));
    assertThat(bomb.length).isLessThan(4_000);
    ScriptedServer.Script script =
        connection -> {
          ScriptedServer.readHead(connection);
          write(
              connection,
              "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: "
                  + bomb.length
                  + "\r\n\r\n");
          connection.getOutputStream().write(bomb);
        };
    against(new ProbeBench(), script);
    Leftovers leftovers = Leftovers.before();
    Run run = against(new ProbeBench(), script);
    assertThat(only(run).response().orElseThrow().cut()).contains("ratio");
    leftovers.assertNone();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
