package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.Leftovers;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Servers that abuse HTTP/2: each ends with a name, in time, and leaves nothing behind.
class FaultHttp2Test {
  private static ScriptedDns dns;
  private static RawHttp2 server;
  private static Leftovers leftovers;

  @BeforeAll
  static void start() throws Exception {
    dns = ProbeBench.everyNameIsHere();
    server = new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER));
    Run good = answered((out, stream) -> out.write(RawHttp2.ok(stream)));
    assertThat(error(good)).isEqualTo("none");
    leftovers = Leftovers.before();
  }

  @AfterAll
  static void nothingIsLeft() throws Exception {
    leftovers.assertNone();
    server.close();
    dns.close();
  }

  private interface Words {
    void say(OutputStream out, int stream) throws IOException;
  }

  private static Run answered(Words words) {
    return answered(bench(), words);
  }

  private static ProbeBench bench() {
    return new ProbeBench(BadCertificates.ANCHORS).resolver(dns).timeout(Duration.ofMillis(1_800));
  }

  private static Run answered(ProbeBench bench, Words words) {
    server.answer((connection, stream) -> words.say(connection.getOutputStream(), stream));
    long start = System.nanoTime();
    Run run = bench.run("https://" + BadCase.HOST + ":" + server.port() + "/");
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    return run;
  }

  private static byte[] goAway(int lastStream, int code) {
    return RawHttp2.frame(
        RawHttp2.GOAWAY, 0, 0, new byte[] {0, 0, 0, (byte) lastStream, 0, 0, 0, (byte) code});
  }

  @Test
  void aGoAwayThatLeavesTheRequestOutIsNamed() {
    Run run = answered((out, stream) -> out.write(goAway(0, 11)));
    assertThat(error(run)).isIn("wait stream-reset", "wait connection-closed");
    assertThat(run.error().orElseThrow().message()).doesNotContain("null");
  }

  @Test
  void aGoAwayAfterWhichTheAnswerComesDoesNoHarm() {
    Run run =
        answered(
            (out, stream) -> {
              out.write(goAway(stream, 0));
              out.write(RawHttp2.ok(stream));
            });
    assertThat(error(run)).isEqualTo("none");
  }

  @Test
  void aResetStreamIsNamedWithItsCode() {
    Run run =
        answered(
            (out, stream) ->
                out.write(
                    RawHttp2.frame(RawHttp2.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 11})));
    assertThat(error(run)).isEqualTo("wait stream-reset");
    assertThat(run.error().orElseThrow().message()).contains("ENHANCE_YOUR_CALM");
  }

  @Test
  void aResetInTheMiddleOfTheBodyKeepsWhatCame() {
    Run run =
        answered(
            (out, stream) -> {
              out.write(
                  RawHttp2.frame(
                      RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, RawHttp2.okBlock()));
              out.write(RawHttp2.frame(RawHttp2.DATA, 0, stream, new byte[100]));
              out.write(RawHttp2.frame(RawHttp2.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 2}));
            });
    assertThat(error(run)).isEqualTo("receive body-cut");
    assertThat(only(run).response().orElseThrow().bodyBytes()).isEqualTo(100);
  }

  @Test
  void aFloodOfSettingsEndsWithTheTimeGivenToTheRun() {
    Run run = flood(RawHttp2.frame(RawHttp2.SETTINGS, 0, 0));
    assertThat(error(run)).isEqualTo("wait timeout");
  }

  @Test
  void aFloodOfPingsEndsWithTheTimeGivenToTheRun() {
    Run run = flood(RawHttp2.frame(RawHttp2.PING, 0, 0, new byte[8]));
    assertThat(error(run)).isEqualTo("wait timeout");
  }

  @Test
  void aFloodOfEmptyDataEndsWithTheTimeGivenToTheRun() {
    server.answer(
        (connection, stream) -> {
          OutputStream out = connection.getOutputStream();
          out.write(
              RawHttp2.frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, RawHttp2.okBlock()));
          endlessly(out, RawHttp2.frame(RawHttp2.DATA, 0, stream));
        });
    Run run = bench().run("https://" + BadCase.HOST + ":" + server.port() + "/");
    assertThat(error(run)).isEqualTo("receive timeout");
  }

  private static Run flood(byte[] frame) {
    return answered((out, stream) -> endlessly(out, frame));
  }

  private static void endlessly(OutputStream out, byte[] frame) throws IOException {
    byte[] many = new byte[frame.length * 100];
    for (int i = 0; i < 100; i++) {
      System.arraycopy(frame, 0, many, i * frame.length, frame.length);
    }
    while (true) {
      out.write(many); // until the client has gone
    }
  }

  @Test
  void aFloodOfContinuationsIsRefusedAtTheLimitOfHeaders() {
    Run run =
        answered(
            (out, stream) -> {
              out.write(RawHttp2.frame(RawHttp2.HEADERS, 0, stream, RawHttp2.okBlock()));
              endlessly(out, RawHttp2.frame(RawHttp2.CONTINUATION, 0, stream, new byte[1_000]));
            });
    assertThat(error(run)).isIn("receive headers-too-large", "receive malformed-response");
  }

  @Test
  void aWindowThatStaysShutStopsTheUploadInItsPhase() {
    Run run =
        answered(
            bench().post("x".repeat(1 << 20)),
            (out, stream) -> out.write(RawHttp2.frame(8, 0, 0, new byte[] {0, 0, 0, 1})));
    assertThat(error(run)).isEqualTo("send timeout");
    assertThat(state(only(run), Phase.TLS)).isEqualTo("measured");
    assertThat(only(run).request().bodyBytes()).isLessThan(1 << 20);
  }

  @Test
  void aFrameLongerThanAllowedEndsTheConnection() {
    Run run =
        answered(
            (out, stream) ->
                out.write(RawHttp2.frame(RawHttp2.DATA, 0, stream, new byte[1 << 17])));
    assertThat(error(run)).startsWith("wait ");
    assertThat(run.error().orElseThrow().message()).doesNotContain("null");
  }

  @Test
  void anAnswerInHttp1OnAConnectionOfHttp2IsNamed() {
    Run run =
        answered(
            (out, stream) ->
                out.write(
                    "HTTP/1.1 400 Bad Request\r\n\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    assertThat(error(run)).startsWith("wait ");
  }
}
