package dev.lightfoot.probe;

import static dev.lightfoot.probe.PageBench.paths;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that somebody made to do harm, or to find out what a loader does: each still stands.
@Timeout(90)
final class PageHostileTest {
  private PageBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = PageBench.plain();
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private static void stands(Run run) {
    assertThat(run.error()).isEmpty();
    assertThat(run.page().orElseThrow().marks().loadNanos()).isPresent();
  }

  private static MockResponse html(byte[] bytes, String type) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .body(new Buffer().write(bytes))
        .build();
  }

  @Test
  void aDocumentOfFiveMegabytesIsReadToItsEnd() {
    Run run = bench.page("<p>some words</p>\n".repeat(300_000) + "<img src=last.png>").load();
    stands(run);
    assertThat(run.exchanges().getFirst().response().orElseThrow().bodyBytes())
        .isGreaterThan(5_000_000);
    assertThat(paths(run)).containsExactly("/", "/last.png");
  }

  @Test
  void whereTwentyThousandLinksLeadIsNotAskedFor() {
    Run run = bench.page("<a href=/next>next</a>".repeat(20_000) + "<img src=last.png>").load();
    stands(run);
    assertThat(paths(run)).containsExactly("/", "/last.png");
  }

  @Test
  void twentyThousandElementsWithinEachOtherAreRead() {
    Run run = bench.page("<div>".repeat(20_000) + "<img src=last.png>").load();
    stands(run);
    assertThat(paths(run)).containsExactly("/", "/last.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html; charset=utf-7",
        "text/html; charset=x-nobody-knows",
        "text/html; charset=\"",
        "text/html; charset=hz-gb-2312; charset=utf-8",
        "text/html; charset=iso-2022-kr",
        "TEXT/HTML;;;=;"
      })
  void aCharsetThatNobodyHasStopsNoPage(String type) {
    byte[] page = "<img src=first.png>\u00fc<img src=\u00fc.png>".getBytes(ISO_8859_1);
    Run run = bench.answer("/", html(page, type)).load();
    stands(run);
    assertThat(run.exchanges().getFirst().status()).hasValue(200);
  }

  @Test
  void aDocumentThatClaimsTheWrongCharsetIsReadAsItsMarkSays() {
    byte[] page = "\ufeff<img src=first.png>".getBytes(UTF_16BE);
    Run run = bench.answer("/", html(page, "text/html; charset=utf-8")).load();
    stands(run);
    assertThat(paths(run)).containsExactly("/", "/first.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--",
        "<![CDATA[",
        "<img src=",
        "<img src='x",
        "<svg><style><img src=x><script>",
        "<table><tr><img src=x><template><script>",
        "\u0000<\u0000img src=x>\u0000",
        "&#xffffffff;&#0;&#x110000;",
        "</p></br></body></html><!doctype",
        "<select><option><img src=x></plaintext>",
        "<textarea><script></textarea",
        "<noscript><iframe><noembed><xmp>"
      })
  void brokenMarkupBehindWhatIsNamedStopsNoPage(String broken) {
    Run run =
        bench
            .answer("/", html(("<img src=first.png>" + broken).getBytes(UTF_8), "text/html"))
            .load();
    stands(run);
    assertThat(paths(run)).startsWith("/", "/first.png");
  }

  @Test
  void aSheetOfTenMegabytesIsReadToItsEnd() {
    bench.page("<link rel=stylesheet href=a.css><p class=used>x");
    bench.file(
        "/a.css",
        "text/css",
        "@import 'b.css';"
            + (".a{color:red;" + "margin:0;".repeat(10) + "}\n").repeat(100_000)
            + ".used{background:url(last.png)}");
    Run run = bench.timeout(Duration.ofSeconds(80)).load();
    stands(run);
    assertThat(paths(run)).containsExactly("/", "/a.css", "/b.css", "/last.png");
    assertThat(run.page().orElseThrow().notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@media screen{", "a{", "(", "url(", ":is(", "/*", "\\", "\""})
  void aSheetThatIsNestedWithoutEndStopsNoPage(String piece) {
    bench.page("<link rel=stylesheet href=a.css><p>x<img src=1.png>");
    bench.file(
        "/a.css", "text/css", "@import 'b.css';p{background:url(2.png)}" + piece.repeat(200_000));
    Run run = bench.load();
    stands(run);
    assertThat(paths(run)).containsExactlyInAnyOrder("/", "/a.css", "/b.css", "/1.png", "/2.png");
  }

  @Test
  void aBodyThatNeverEndsIsARowThatFailedWhileThePageStands() {
    bench.page("<img src=slow.png><img src=1.png>");
    bench.answer(
        "/slow.png",
        new MockResponse.Builder()
            .body("x".repeat(10_000))
            .throttleBody(1, 100, TimeUnit.MILLISECONDS)
            .build());
    Run run = bench.timeout(Duration.ofMillis(1_500)).load();
    assertThat(run.error()).isEmpty();
    Exchange slow = PageBench.of(run, "/slow.png");
    assertThat(slow.status()).hasValue(200);
    assertThat(slow.phases().byPhase().values())
        .filteredOn(PhaseTiming.Failed.class::isInstance)
        .extracting(timing -> ((PhaseTiming.Failed) timing).errorType())
        .containsExactly("timeout");
    assertThat(PageBench.of(run, "/1.png").status()).hasValue(404);
    assertThat(run.page().orElseThrow().notes())
        .containsExactly("After 1500 ms what was not there yet was given up.");
  }

  @Test
  void aResourceThatIsRedirectedToAPrivateAddressIsRefusedAndListed() {
    bench.page("<img src=out.png>");
    bench.answer(
        "/out.png",
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "http://127.0.0.2:" + bench.port() + "/inside.png")
            .build());
    Run run = bench.policy(address -> address.getHostAddress().equals("127.0.0.2")).load();
    stands(run);
    assertThat(bench.requests())
        .extracting(request -> request.getTarget())
        .containsExactly("/", "/out.png");
    assertThat(PageBench.of(run, "/inside.png").phases().byPhase().values())
        .filteredOn(PhaseTiming.Failed.class::isInstance)
        .extracting(timing -> ((PhaseTiming.Failed) timing).errorType())
        .containsExactly("private-address");
  }
}
