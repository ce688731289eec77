package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Codings as servers really apply them.
class CodedBodyTest {
  private static final byte[] TEXT =
      "A line of text. ".repeat(500).getBytes(StandardCharsets.UTF_8);

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] content, boolean raw) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
      deflated.write(content);
    }
    return out.toByteArray();
  }

  /// The connection stays open after the answer.
  private static Run answered(String lines, byte[] body) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection
                  .getOutputStream()
                  .write(
                      ("HTTP/1.1 200 OK\r\n" + lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
              connection.getOutputStream().write(body);
              connection.getInputStream().read();
            })) {
      return new ProbeBench()
          .timeout(Duration.ofSeconds(15))
          .run("http://127.0.0.1:" + server.port() + "/");
    }
  }

  private static String length(byte[] body) {
    return "Content-Length: " + body.length + "\r\n";
  }

  private static void isWhole(Run run, int sent) {
    assertThat(error(run)).isEqualTo("none");
    ResponseFacts facts = only(run).response().orElseThrow();
    assertThat(facts.cut()).isEmpty();
    assertThat(facts.bodyBytes()).isEqualTo(sent);
    assertThat(facts.decodedBytes()).hasValue(TEXT.length);
    assertThat(only(run).marks().lastByteNanos()).isPresent();
  }

  private static Run overH2(byte[] body, String... namesAndValues) throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> {
            byte[] block = RawHttp2.block(namesAndValues);
            connection
                .getOutputStream()
                .write(RawHttp2.frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, block));
            connection
                .getOutputStream()
                .write(RawHttp2.frame(RawHttp2.DATA, RawHttp2.END_STREAM, stream, body));
          });
      return new ProbeBench(BadCertificates.ANCHORS)
          .resolver(dns)
          .timeout(Duration.ofSeconds(15))
          .run("https://" + BadCase.HOST + ":" + server.port() + "/");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void overH2DeflateIsUndoneWithAndWithoutItsHeader(boolean raw) throws Exception {
    byte[] body = deflate(TEXT, raw);
    isWhole(overH2(body, ":status", "200", "content-encoding", "deflate"), body.length);
  }

  @Test
  void overH2TwoLinesOfCodingsAreOneList() throws Exception {
    byte[] body = gzip(deflate(TEXT, false));
    String coding = "content-encoding";
    Run run = overH2(body, ":status", "200", coding, "deflate", coding, "gzip");
    isWhole(run, body.length);
    assertThat(only(run).protocol()).contains("h2");
    assertThat(only(run).response().orElseThrow().contentEncoding()).contains("deflate, gzip");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deflateIsUndoneWithAndWithoutItsHeader(boolean raw) throws Exception {
    byte[] body = deflate(TEXT, raw);
    isWhole(answered("Content-Encoding: deflate\r\n" + length(body), body), body.length);
  }

  @Test
  void twoLinesOfCodingsAreOneList() throws Exception {
    byte[] body = gzip(deflate(TEXT, false));
    String lines = "Content-Encoding: deflate\r\nContent-Encoding: gzip\r\n";
    Run run = answered(lines + length(body), body);
    isWhole(run, body.length);
    assertThat(only(run).response().orElseThrow().contentEncoding()).contains("deflate, gzip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: GZIP,Chunked\r\n",
      })
  void aCodingUnderChunksIsUndoneAndEndsWithTheLastChunk(String lines) throws Exception {
    byte[] body = gzip(TEXT);
    ByteArrayOutputStream chunked = new ByteArrayOutputStream();
    chunked.writeBytes("a\r\n".getBytes(StandardCharsets.US_ASCII));
    chunked.write(body, 0, 10);
    chunked.writeBytes(
        ("\r\n" + Integer.toHexString(body.length - 10) + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    chunked.write(body, 10, body.length - 10);
    chunked.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    isWhole(answered(lines, chunked.toByteArray()), body.length);
  }

  @Test
  void aBodyThatBreaksOffUnderItsChunksIsCut() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5\r\nabc"
                          .getBytes(StandardCharsets.US_ASCII));
            })) {
      Run run = new ProbeBench().run("http://127.0.0.1:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("receive body-cut");
      assertThat(only(run).response().orElseThrow().bodyBytes()).isEqualTo(3);
    }
  }
}
