package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.wire.BodyStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class ProbeBodyTest {

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
  void aStreamedBodyArrivesInChunks() throws Exception {
    Exchange exchange =
        only(
            against(
                afterHead(
                    connection -> {
                      write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                      for (int i = 0; i < 3; i++) {
                        write(connection, "4\r\nabcd\r\n");
                        ScriptedServer.pause(connection, 80);
                      }
                      write(connection, "0\r\n\r\n");
                    })));
    assertThat(exchange.chunks()).hasSize(3).allMatch(chunk -> chunk.bytes() == 4);
    assertThat(exchange.response().orElseThrow().bodyBytes()).isEqualTo(12);
    assertThat(exchange.phases().durationNanos(Phase.RECEIVE)).isGreaterThan(50_000_000L);
  }

  @Test
  void aBodyWithoutLengthEndsWithTheConnection() throws Exception {
    Exchange exchange =
        only(against(afterHead(connection -> write(connection, "HTTP/1.1 200 OK\r\n\r\nhello"))));
    assertThat(exchange.response().orElseThrow().bodyBytes()).isEqualTo(5);
    assertThat(exchange.marks().lastByteNanos()).isPresent();
  }

  @Test
  void aBodyCutShortKeepsItsTiming() throws Exception {
    Run run =
        against(
            afterHead(
                connection ->
                    write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")));
    assertThat(error(run)).isEqualTo("receive body-cut");
    assertThat(only(run).response().orElseThrow().cut()).contains("closed-early");
    assertThat(only(run).response().orElseThrow().bodyBytes()).isEqualTo(4);
    assertThat(state(only(run), Phase.WAIT)).isEqualTo("measured");
    assertThat(run.error().orElseThrow().message()).contains("cut");
  }

  @Test
  void anEndlessBodyIsCutAtTheLimitAndItsTimingKept() throws Exception {
    byte[] block = new byte[1 << 20];
    Run run =
        against(
            new ProbeBench().timeout(Duration.ofSeconds(60)),
            afterHead(
                connection -> {
                  write(connection, "HTTP/1.1 200 OK\r\n\r\n");
                  OutputStream out = connection.getOutputStream();
                  for (int i = 0; i < 1_000; i++) {
                    out.write(block);
                  }
                }));
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).response().orElseThrow().cut()).contains("too-large");
    assertThat(state(only(run), Phase.RECEIVE)).isEqualTo("measured");
    assertThat(only(run).chunks().size()).isLessThanOrEqualTo(4_096);
  }

  @Test
  void aGzipBombIsCutByItsRatio() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 64; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    Run run =
        against(
            afterHead(
                connection -> {
                  write(
                      connection,
                      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                          + bomb.size()
                          + "\r\n\r\n");
                  connection.getOutputStream().write(bomb.toByteArray());
                }));
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).response().orElseThrow().cut()).contains("ratio");
  }

  @Test
  void aCodedBodyIsCountedOnTheWireAndDecoded() throws Exception {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(new byte[5_000]);
    }
    Exchange exchange =
        only(
            against(
                afterHead(
                    connection -> {
                      write(
                          connection,
                          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                              + coded.size()
                              + "\r\n\r\n");
                      connection.getOutputStream().write(coded.toByteArray());
                    })));
    assertThat(exchange.response().orElseThrow().bodyBytes()).isEqualTo(coded.size());
    assertThat(exchange.response().orElseThrow().decodedBytes()).isEqualTo(OptionalLong.of(5_000));
  }

  @Test
  void moreThanTwoCodingsAreNotUndone() throws Exception {
    Run run =
        against(
            ScriptedServer.answer(
                "HTTP/1.1 200 OK\r\n"
                    + "Content-Encoding: gzip, gzip, gzip\r\n"
                    + "Content-Length: 2\r\n\r\n"
                    + "ok"));
    assertThat(only(run).response().orElseThrow().cut()).contains("too-many-codings");
  }

  @Test
  void aServerThatDripsIsStoppedByTheTimeGivenToTheRun() throws Exception {
    Run run =
        against(
            new ProbeBench().timeout(Duration.ofMillis(800)),
            afterHead(
                connection -> {
                  write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                  while (true) {
                    write(connection, "x");
                    ScriptedServer.pause(connection, 100);
                  }
                }));
    assertThat(error(run)).isEqualTo("receive timeout");
    assertThat(only(run).response().orElseThrow().cut()).contains("timeout");
    assertThat(only(run).response().orElseThrow().bodyBytes()).isPositive();
  }

  @Test
  void anEndlessLineBetweenChunksIsRefused() throws Exception {
    Run run =
        against(
            afterHead(
                connection -> {
                  write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;");
                  for (int i = 0; i < 1_000; i++) {
                    write(connection, "a".repeat(1_000));
                  }
                  connection.getInputStream().read();
                }));
    assertThat(error(run)).isEqualTo("receive headers-too-large");
  }

  private static BodyStart start(ScriptedServer.Script script) throws Exception {
    List<BodyStart> starts = new ArrayList<>();
    ProbeListener listener =
        new ProbeListener() {
          @Override
          public void bodyCame(BodyStart start) {
            starts.add(start);
          }
        };
    try (ScriptedServer server = ScriptedServer.plain(script)) {
      String url = "http://127.0.0.1:" + server.port() + "/";
      new ProbeBench().measure(url, 1, false, false, listener, new Cancellation());
    }
    assertThat(starts).hasSize(1);
    return starts.getFirst();
  }

  private static ScriptedServer.Script answering(byte[] body, String head) {
    return afterHead(
        connection -> {
          write(
              connection,
              "HTTP/1.1 200 OK\r\n" + head + "Content-Length: " + body.length + "\r\n\r\n");
          connection.getOutputStream().write(body);
        });
  }

  private static byte[] gzipped(byte[] plain) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(plain);
    }
    return coded.toByteArray();
  }

  private static byte[] numbered(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }

  @Test
  void theListenerSeesAShortBodyWhole() throws Exception {
    byte[] body = "héllo".getBytes(StandardCharsets.UTF_8);
    assertThat(start(answering(body, ""))).isEqualTo(new BodyStart(ByteString.of(body), true));
    assertThat(start(answering(gzipped(body), "Content-Encoding: gzip\r\n")))
        .isEqualTo(new BodyStart(ByteString.of(body), true));
  }

  @Test
  void ofALongBodyTheListenerSeesTheStartUpToTheLimit() throws Exception {
    for (int length : new int[] {BodyStart.MAX_BYTES, BodyStart.MAX_BYTES + 1, 1_000_000}) {
      byte[] body = numbered(length);
      BodyStart expected =
          new BodyStart(ByteString.of(body, 0, BodyStart.MAX_BYTES), length == BodyStart.MAX_BYTES);
      assertThat(start(answering(body, ""))).isEqualTo(expected);
      assertThat(start(answering(gzipped(body), "Content-Encoding: gzip\r\n"))).isEqualTo(expected);
    }
  }

  @Test
  void whatCameOfABodyThatIsCutIsNotCalledWhole() throws Exception {
    BodyStart start =
        start(
            afterHead(
                connection ->
                    write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")));
    assertThat(start).isEqualTo(new BodyStart(ByteString.encodeUtf8("half"), false));
  }

  @Test
  void aCodingThatIsNotKnownShowsNothing() throws Exception {
    BodyStart start = start(answering(new byte[5], "Content-Encoding: zstd\r\n"));
    assertThat(start).isEqualTo(new BodyStart(ByteString.EMPTY, false));
  }

  @Test
  void noSnapshotHoldsABody() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(answering("Pumpernickel".getBytes(StandardCharsets.UTF_8), ""))) {
      Snapshot snapshot =
          new ProbeBench().measure("http://127.0.0.1:" + server.port() + "/", 1, false, false);
      assertThat(snapshot.runs().getFirst().exchanges()).hasSize(1);
      assertThat(new String(SnapshotCodec.encode(snapshot), StandardCharsets.UTF_8))
          .doesNotContain("Pumpernickel");
    }
  }
}
