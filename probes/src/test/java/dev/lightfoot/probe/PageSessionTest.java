package dev.lightfoot.probe;

import static dev.lightfoot.probe.PageBench.paths;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.probe.peer.Certificates;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What one load leaves to the next, and one request to another.
@Timeout(60)
final class PageSessionTest {
  private PageBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = PageBench.shared();
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private static MockResponse.Builder css(String cacheControl) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/css")
        .addHeader("Cache-Control", cacheControl);
  }

  @Test
  void aWarmLoadTakesWhatIsFreshFromTheCacheAndAsksWhetherTheRestStillHolds() {
    bench.page("<link rel=stylesheet href=a.css><link rel=stylesheet href=b.css><img src=c.png>");
    bench.answer("/a.css", css("max-age=60").body("@import 'd.css';").build());
    bench.answer(
        "/b.css",
        request ->
            "\"1\"".equals(request.getHeaders().get("If-None-Match"))
                ? css("no-cache").code(304).build()
                : css("no-cache").addHeader("ETag", "\"1\"").body("@import 'e.css';").build());
    bench.answer("/c.png", css("no-store").body("c").build());
    bench.answer("/d.css", css("max-age=60").addHeader("Vary", "Accept").body("").build());
    bench.answer("/e.css", css("max-age=60").addHeader("Vary", "*").body("").build());
    List<Run> runs = bench.load(1, true).runs();
    Run warm = runs.get(1);
    assertThat(warm.state()).isEqualTo(RunState.WARM);
    assertThat(warm.leftOut()).isEmpty();
    assertThat(paths(warm)).containsExactlyInAnyOrderElementsOf(paths(runs.get(0)));
    assertThat(PageBench.of(warm, "/a.css").resource().deliveryType())
        .contains(Resource.Delivery.CACHE);
    assertThat(PageBench.of(warm, "/d.css").resource().deliveryType())
        .contains(Resource.Delivery.CACHE);
    assertThat(PageBench.of(warm, "/e.css").resource().deliveryType()).isEmpty();
    Exchange cached = PageBench.of(warm, "/a.css");
    assertThat(cached.durationNanos()).isZero();
    assertThat(List.of(Phase.TCP, Phase.SEND, Phase.WAIT, Phase.RECEIVE))
        .allSatisfy(phase -> assertThat(state(cached, phase)).isEqualTo("cached"));
    assertThat(PageBench.of(warm, "/b.css").status()).hasValue(304);
    assertThat(PageBench.of(warm, "/c.png").status()).hasValue(200);
    assertThat(warm.exchanges())
        .filteredOn(each -> each.resource().isTransferred())
        .allSatisfy(each -> assertThat(each.connection().orElseThrow().reused()).isTrue());
  }

  @Test
  void aColdLoadKnowsNothing() {
    bench.page("<link rel=stylesheet href=a.css>");
    bench.answer("/a.css", css("max-age=60").body("").build());
    Run second = bench.load(2, false).runs().get(1);
    assertThat(PageBench.of(second, "/a.css").resource().isTransferred()).isTrue();
    assertThat(second.exchanges().getFirst().connection().orElseThrow().reused()).isFalse();
  }

  @Test
  void cookiesThatTheDocumentSetsGoWithWhatItNames() {
    bench.answer(
        "/",
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .addHeader("Set-Cookie", "id=7; Path=/")
            .body("<img src=a.png><img crossorigin src=b.png><link rel=manifest href=m.json>")
            .build());
    bench.load();
    assertThat(cookie("/a.png")).isEqualTo("id=7");
    assertThat(cookie("/b.png")).isEqualTo("id=7");
    assertThat(cookie("/m.json")).isNull();
  }

  @Test
  void fontsOfAnotherOriginHaveAConnectionOfTheirOwn() throws Exception {
    try (PageBench other = PageBench.shared()) {
      bench.page(
          "<img src='"
              + other.url("/a.png")
              + "'><link rel=preload as=font crossorigin href='"
              + other.url("/f.woff2")
              + "'><link rel=preload as=font crossorigin href=own.woff2>");
      Run run = bench.load();
      int image = PageBench.of(run, "/a.png").connection().orElseThrow().id();
      int font = PageBench.of(run, "/f.woff2").connection().orElseThrow().id();
      int document = run.exchanges().getFirst().connection().orElseThrow().id();
      assertThat(List.of(image, font, document)).doesNotHaveDuplicates();
      assertThat(PageBench.of(run, "/own.woff2").connection().orElseThrow().id())
          .isEqualTo(document);
    }
  }

  @Test
  void aHostOfTheSameServerAndCertificateSharesTheConnection() throws Exception {
    SSLContext both =
        Certificates.context(
            Certificates.leaf(ProbeBench.HOST)
                .addSubjectAlternativeName("static." + ProbeBench.HOST)
                .build());
    try (PageBench shared = PageBench.shared(both)) {
      String other = shared.url("/a.png").replace("//", "//static.");
      Run run = shared.page("<img src='" + other + "'>").load();
      assertThat(PageBench.of(run, "/a.png").connection().orElseThrow().id())
          .isEqualTo(run.exchanges().getFirst().connection().orElseThrow().id());
    }
  }

  @Test
  void aConnectionOpenedAheadIsTakenByWhoFirstNeedsIt() throws Exception {
    try (PageBench other = PageBench.shared();
        PageBench unused = PageBench.shared()) {
      bench.page(
          "<link rel=preconnect href='"
              + other.url("/")
              + "'><link rel=preconnect crossorigin href='"
              + unused.url("/")
              + "'><script src=wait.js></script><script>document.write()</script>"
              + "<iframe src='"
              + other.url("/f.html")
              + "'></iframe>");
      bench.answer(
          "/wait.js", new MockResponse.Builder().headersDelay(700, TimeUnit.MILLISECONDS).build());
      other.file("/f.html", "text/html", "");
      Run run = bench.load();
      Exchange frame = PageBench.of(run, "/f.html");
      assertThat(frame.connection().orElseThrow().reused()).isTrue();
      assertThat(frame.connection().orElseThrow().attempts())
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.outcome()).isEqualTo("connected");
                assertThat(attempt.startNanos()).isLessThan(frame.startNanos());
              });
      assertThat(state(frame, Phase.TCP)).isEqualTo("reused");
      assertThat(state(frame, Phase.TLS)).isEqualTo("reused");
      assertThat(frame.tls()).isPresent();
      assertThat(run.page().orElseThrow().notes())
          .contains(
              "Connected to ahead (preconnect) and not used: https://shop.test:"
                  + unused.port()
                  + ".");
    }
  }

  private @org.jspecify.annotations.Nullable String cookie(String path) {
    RecordedRequest request =
        bench.requests().stream()
            .filter(each -> each.getTarget().equals(path))
            .findFirst()
            .orElseThrow();
    return request.getHeaders().get("Cookie");
  }
}
