package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Heads that break a rule: status and headers are kept once they are read, and the rule is named.
class OddHeadTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static Snapshot overHttp1(String response) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection
                  .getOutputStream()
                  .write(response.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
              connection.getInputStream().read();
            })) {
      return new ProbeBench()
          .timeout(LIMIT)
          .measure("http://127.0.0.1:" + server.port() + "/", 1, false, false);
    }
  }

  private static Snapshot overH2(byte[] block, byte[] body) throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> {
            connection
                .getOutputStream()
                .write(RawHttp2.frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, block));
            connection
                .getOutputStream()
                .write(RawHttp2.frame(RawHttp2.DATA, RawHttp2.END_STREAM, stream, body));
          });
      return new ProbeBench(BadCertificates.ANCHORS)
          .resolver(dns)
          .timeout(LIMIT)
          .measure("https://" + BadCase.HOST + ":" + server.port() + "/", 1, false, false);
    }
  }

  private static void isMeasured(Snapshot snapshot, int status, String words) {
    Run run = snapshot.runs().getFirst();
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).status()).hasValue(status);
    assertThat(only(run).response().orElseThrow().header("x-kept")).contains("yes");
    assertThat(only(run).response().orElseThrow().cut()).isEmpty();
    List<String> warnings = snapshot.environment().warnings();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.getFirst()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 204 No Content|Content-Length: 5, 204, 'answered 204, which has no body'",
    "HTTP/1.1 204 No Content|Transfer-Encoding: chunked, 204, 'announced one (Transfer-Encoding)'",
    "HTTP/1.1 205 Reset Content|Content-Length: 5, 205, 'answered 205, which has no body'",
    "HTTP/1.1 407 No Proxy|Content-Length: 0, 407, 'only a proxy may answer so'",
    "HTTP/1.2 200 OK|Content-Length: 0, 200, 'read as HTTP/1.1'",
    "ICY 200 OK|Content-Length: 0, 200, 'ICY in place of HTTP/1.0'",
  })
  void overHttp1ItIsMeasuredAndTheRuleIsNamed(String head, int status, String words)
      throws Exception {
    String response = head.replace("|", "\r\n") + "\r\nX-Kept: yes\r\n\r\n";
    isMeasured(overHttp1(response), status, words);
  }

  @ParameterizedTest
  @CsvSource({
    "204, content-length, 5, 'answered 204, which has no body'",
    "205, content-length, 5, 'answered 205, which has no body'",
    "407, a, b, 'only a proxy may answer so'",
    "200, connection, close, 'the header connection, which only HTTP/1.1 may have'",
  })
  void overH2ItIsMeasuredAndTheRuleIsNamed(String status, String name, String value, String words)
      throws Exception {
    byte[] block = RawHttp2.block(":status", status, name, value, "x-kept", "yes");
    isMeasured(overH2(block, new byte[0]), Integer.parseInt(status), words);
  }

  @ParameterizedTest
  @CsvSource({
    ":status, 200, X-Capital, capital letters, 200",
    ":status, abc, a, not a number of three digits, 0",
    "x-none, 200, a, no status, 0",
  })
  void aHeadThatCannotBeReadKeepsWhatWas(
      String name, String value, String odd, String words, int status) throws Exception {
    byte[] block = RawHttp2.block("x-kept", "yes", name, value, odd, "b");
    if (name.equals(":status")) {
      block = RawHttp2.block(name, value, "x-kept", "yes", odd, "b");
    }
    Run run = overH2(block, new byte[0]).runs().getFirst();
    assertThat(error(run)).isEqualTo("receive malformed-response");
    assertThat(run.error().orElseThrow().message()).contains(words).doesNotContain("body is cut");
    Exchange exchange = only(run);
    assertThat(exchange.status().orElse(0)).isEqualTo(status);
    assertThat(exchange.response().orElseThrow().header("x-kept")).contains("yes");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 3, receive body-cut, closed-early, 'announced 5 body bytes (Content-Length) and sent 3'",
    "2, 3, receive malformed-response, '', 'and sent 3: more than it may'",
    "3, 3, none, '', ''",
  })
  void aBodyOverH2IsAsLongAsAnnounced(
      String announced, int sent, String outcome, String cut, String words) throws Exception {
    Run run =
        overH2(RawHttp2.block(":status", "200", "content-length", announced), new byte[sent])
            .runs()
            .getFirst();
    assertThat(error(run)).isEqualTo(outcome);
    assertThat(only(run).status()).hasValue(200);
    assertThat(only(run).response().orElseThrow().bodyBytes()).isEqualTo(sent);
    assertThat(only(run).response().orElseThrow().cut().orElse("")).isEqualTo(cut);
    assertThat(run.error().map(why -> why.message()).orElse("")).contains(words);
    assertThat(only(run).gapNanos()).isGreaterThanOrEqualTo(0);
  }
}
