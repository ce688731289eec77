package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Paths and queries that are no URI by RFC 3986 and that browsers send all the same: typed or from
/// a Location, a server sees the same.
class SentUrlTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  /// Sends `/start` on to that place, answers everything else, and notes the target of each
  /// request.
  private static ScriptedServer server(String location) throws Exception {
    ScriptedServer[] holder = new ScriptedServer[1];
    holder[0] =
        ScriptedServer.plain(
            connection -> {
              String head = ScriptedServer.readHead(connection);
              while (!head.isEmpty()) {
                String target = head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP/1.1"));
                holder[0].note(target);
                String answer =
                    target.equals("/start")
                        ? "HTTP/1.1 302 Found\r\nLocation: " + location + OK.substring(15)
                        : OK;
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                head = ScriptedServer.readHead(connection);
              }
            });
    return holder[0];
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = ' ',
      value = {
        "/%zz?%zz /%zz?%zz",
        "/100%?100% /100%?100%",
        "/%u00e9?a=%u00e9 /%u00e9?a=%u00e9",
        "/[a]{b}?[a]{b} /[a]%7Bb%7D?[a]{b}",
        "/a\\b?a\\b /a/b?a\\b",
        "/?q={\"a\":[1,\"b|c\"]} /?q={%22a%22:[1,%22b|c%22]}",
        "/a|b^c`d?a|b^c`d /a%7Cb%5Ec%60d?a|b^c`d",
        "/a/../b/./%2e%2E/c?../d /c?../d",
      })
  void isTheSameTypedAndFromALocation(String written, String sent) throws Exception {
    try (ScriptedServer server = server(written)) {
      String origin = "http://127.0.0.1:" + server.port();
      Run redirected = new ProbeBench().run(origin + "/start");
      Run typed = new ProbeBench().run(TargetUrl.parse(origin + written).url().toString());
      assertThat(error(redirected)).isEqualTo("none");
      assertThat(error(typed)).isEqualTo("none");
      assertThat(redirected.exchanges().getLast().url()).isEqualTo(origin + sent);
      assertThat(typed.exchanges().getLast().url()).isEqualTo(origin + sent);
      assertThat(server.notes()).containsExactly("/start", sent, sent);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/caf\u00e9?\u00fc, /caf%E9?%FC", // Latin-1
    "/caf\u00c3\u00a9, /caf%C3%A9" // UTF-8
  })
  void bytesBeyondAsciiAreSentAsTheyCame(String location, String sent) throws Exception {
    try (ScriptedServer server = server(location)) {
      Run run = new ProbeBench().run("http://127.0.0.1:" + server.port() + "/start");
      assertThat(error(run)).isEqualTo("none");
      assertThat(server.notes()).containsExactly("/start", sent);
      assertThat(run.exchanges().getFirst().response().orElseThrow().header("location"))
          .contains("/caf\u00e9" + (sent.contains("?") ? "?\u00fc" : ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://files.test/a, The scheme ftp cannot be measured",
    "http://256.256.256.256/, is not an IPv4 address",
    "http://1.2.3.4.5/, no host name ends in a number",
    "http://a b/, contains a space",
    "http://h:70000/, Port 70000 does not exist",
  })
  void aLocationThatLeadsNowhereIsNamedAndLosesNothing(String location, String words)
      throws Exception {
    try (ScriptedServer server = server(location)) {
      Run run = new ProbeBench().run("http://127.0.0.1:" + server.port() + "/start");
      assertThat(error(run)).isEqualTo("- bad-redirect");
      assertThat(run.error().orElseThrow().message())
          .contains("\"" + location + "\"")
          .contains(words);
      assertThat(run.exchanges()).hasSize(1);
      assertThat(run.exchanges().getFirst().status()).hasValue(302);
    }
  }

  @Test
  void anAddressWithADotAtItsEndIsAnAddress() throws Exception {
    try (ScriptedServer server = server("/")) {
      String url = TargetUrl.parse("http://127.0.0.1.:" + server.port() + "/").url().toString();
      assertThat(url).isEqualTo("http://127.0.0.1:" + server.port() + "/");
      assertThat(error(new ProbeBench().run(url))).isEqualTo("none");
    }
  }

  @Test
  void aCircleIsNamedWithItsPort() throws Exception {
    try (ScriptedServer server = server("/start?")) {
      Run run = new ProbeBench().run("http://127.0.0.1:" + server.port() + "/start");
      assertThat(error(run)).isEqualTo("none");
    }
    try (ScriptedServer server = server("/start")) {
      String url = "http://127.0.0.1:" + server.port() + "/start";
      Run run = new ProbeBench().run(url);
      assertThat(error(run)).isEqualTo("- redirect-loop");
      assertThat(run.error().orElseThrow().message()).contains(url);
    }
  }
}
