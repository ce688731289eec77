package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The target of a request over h2, typed and from a Location, is that of http/1.1 (see
/// [SentUrlTest]).
class SentUrlOverHttp2Test {
  private final List<String> targets = new CopyOnWriteArrayList<>();

  /// Sends `/start` on to that place, and answers everything else.
  private MockWebServer server(String location) throws Exception {
    MockWebServer server = new MockWebServer();
    server.useHttps(Certificates.valid("127.0.0.1").getSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            targets.add(request.getTarget());
            return request.getTarget().equals("/start")
                ? new MockResponse.Builder().code(302).addHeader("Location", location).build()
                : new MockResponse.Builder().body("ok").build();
          }
        });
    server.start();
    return server;
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
    try (MockWebServer server = server(written)) {
      String origin = "https://127.0.0.1:" + server.getPort();
      Run redirected = new ProbeBench().run(origin + "/start");
      Run typed = new ProbeBench().run(TargetUrl.parse(origin + written).url().toString());
      for (Run run : List.of(redirected, typed)) {
        assertThat(error(run)).isEqualTo("none");
        assertThat(run.exchanges().getLast().protocol()).contains("h2");
        assertThat(run.exchanges().getLast().url()).isEqualTo(origin + sent);
      }
      assertThat(targets).containsExactly("/start", sent, sent);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/caf\u00e9?\u00fc, /caf%E9?%FC", // Latin-1
    "/caf\u00c3\u00a9, /caf%C3%A9" // UTF-8
  })
  void bytesBeyondAsciiAreSentAsTheyCame(String location, String sent) throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> {
            byte[] block = RawHttp2.block(":status", "302", "location", location);
            int ended = RawHttp2.END_HEADERS | RawHttp2.END_STREAM;
            connection
                .getOutputStream()
                .write(RawHttp2.frame(RawHttp2.HEADERS, ended, stream, block));
            while (server.frames().stream().noneMatch(f -> f.type() == RawHttp2.HEADERS)) {
              Thread.onSpinWait();
            }
            connection.getOutputStream().write(RawHttp2.ok(stream + 2));
          });
      String origin = "https://" + BadCase.HOST + ":" + server.port();
      Run run = new ProbeBench(BadCertificates.ANCHORS).resolver(dns).run(origin + "/start");
      assertThat(error(run)).isEqualTo("none");
      assertThat(run.exchanges().getLast().url()).isEqualTo(origin + sent);
    }
  }
}
