package dev.lightfoot.probe;

import static dev.lightfoot.probe.PageBench.end;
import static dev.lightfoot.probe.PageBench.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PageLoadTest {
  private PageBench bench;

  @BeforeEach
  void start() throws Exception {
    bench =
        PageBench.shared()
            .page(
                """
                <!doctype html><html><head><title>Shop</title>
                <link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">
                <script src="/app.js"></script><script src="/late.js" defer></script></head>
                <body><h1>Shop</h1>
                <img src="/1.png" alt=""><img src="/2.png" alt="">
                </body></html>
                """)
            .file("/a.css", "text/css", "@import 'c.css';body{color:red}")
            .file("/b.css", "text/css", "p{color:red}")
            .file("/c.css", "text/css", "i{color:red}")
            .file("/app.js", "text/javascript", "document.title+='!'")
            .file("/late.js", "text/javascript", "fetch('/x')")
            .file("/1.png", "image/png", "one")
            .file("/2.png", "image/png", "two");
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  @Test
  void aPosterIsRaisedAsALargeImageIs() {
    bench.page("<video poster=/1.png></video><img src=/2.png width=9 height=9>");
    Run run = bench.load();
    assertThat(PageBench.of(run, "/1.png").resource().priority()).contains(Priority.MEDIUM);
    assertThat(PageBench.of(run, "/2.png").resource().priority()).contains(Priority.LOW);
  }

  @Test
  void anImportForAnotherMediumIsAsUrgentAsAnyOther() {
    bench.file("/a.css", "text/css", "@import 'c.css' print;");
    Run run = bench.load();
    Resource imported = PageBench.of(run, "/c.css").resource();
    assertThat(imported.priority()).contains(Priority.HIGHEST);
    assertThat(imported.renderBlocking()).contains(true);
  }

  @Test
  void aPageIsLoadedWithAllThatItNamesOverOneConnection() {
    Run run = bench.load();
    assertThat(run.error()).isEmpty();
    assertThat(paths(run))
        .containsExactly(
            "/", "/a.css", "/b.css", "/app.js", "/late.js", "/1.png", "/2.png", "/c.css");
    assertThat(run.exchanges())
        .allSatisfy(
            each -> {
              assertThat(each.status()).hasValue(200);
              assertThat(each.protocol()).contains("h2");
              assertThat(each.connection().orElseThrow().id()).isEqualTo(1);
              assertThat(each.resource().party()).contains(Party.FIRST);
              assertThat(each.gapNanos()).isNotNegative();
            });
    assertThat(run.page().orElseThrow().engine()).isEqualTo(PageEngine.BUILTIN);
    assertThat(run.page().orElseThrow().documentExchange()).hasValue(0);
    assertThat(run.page().orElseThrow().marks().loadNanos().orElseThrow()).isEqualTo(end(run));
    assertThat(run.page().orElseThrow().notes())
        .containsExactly(
            "Scripts were not run: 1 of 2 may add requests: "
                + bench.url("/late.js")
                + " (fetch).");
  }

  @Test
  void eachResourceSaysWhatNamedItAndHowUrgentItIs() {
    Run run = bench.load();
    Exchange sheet = PageBench.of(run, "/a.css");
    assertThat(sheet.initiator().orElseThrow().type()).isEqualTo(Initiator.Type.PRELOAD_SCANNER);
    assertThat(sheet.initiator().orElseThrow().exchange()).hasValue(0);
    assertThat(sheet.initiator().orElseThrow().line()).hasValue(2);
    assertThat(sheet.resource().type()).contains(ResourceType.STYLESHEET);
    assertThat(sheet.resource().priority()).contains(Priority.HIGHEST);
    assertThat(sheet.resource().renderBlocking()).contains(true);
    Exchange imported = PageBench.of(run, "/c.css");
    assertThat(imported.initiator().orElseThrow().type()).isEqualTo(Initiator.Type.CSS);
    assertThat(imported.initiator().orElseThrow().exchange()).hasValue(1);
    assertThat(imported.initiator().orElseThrow().line()).hasValue(1);
    assertThat(PageBench.of(run, "/app.js").resource().priority()).contains(Priority.HIGH);
    assertThat(PageBench.of(run, "/late.js").resource().priority()).contains(Priority.LOW);
    assertThat(PageBench.of(run, "/1.png").resource().priority()).contains(Priority.MEDIUM);
    assertThat(PageBench.of(run, "/1.png").resource().renderBlocking()).contains(false);
  }

  @Test
  void prioritiesGoToTheServer() {
    bench.load();
    assertThat(bench.requests())
        .filteredOn(each -> each.getTarget().equals("/a.css"))
        .allSatisfy(each -> assertThat(each.getHeaders().get("priority")).isEqualTo("u=0"));
    assertThat(bench.requests())
        .filteredOn(each -> each.getTarget().equals("/late.js"))
        .allSatisfy(each -> assertThat(each.getHeaders().get("priority")).isNull());
    assertThat(bench.requests())
        .filteredOn(each -> each.getTarget().equals("/1.png"))
        .allSatisfy(each -> assertThat(each.getHeaders().get("priority")).isEqualTo("u=2, i"));
  }

  @Test
  void fontsAndImagesOfSheetsAreAskedForWhereSomethingShownNeedsThem() {
    bench
        .page(
            """
            <!doctype html><html><head><link rel=stylesheet href=s.css>
            <link rel=preload as=font crossorigin href=pre.woff2>
            <link rel=preload as=image href=never.png></head>
            <body><h1>Shop</h1><p class=hidden>x</p><p>text</p></body></html>
            """)
        .file(
            "/s.css",
            "text/css",
            """
            @font-face{font-family:a;src:url(pre.woff2)}
            @font-face{font-family:b;src:url(none.woff2)}
            h1{background:url(h.png);font-family:a}
            .hidden{display:none;background:url(hidden.png)}
            .missing{background:url(missing.png)}
            p:hover{background:url(hover.png)}
            """);
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/s.css", "/pre.woff2", "/never.png", "/h.png");
    Exchange image = PageBench.of(run, "/h.png");
    assertThat(image.initiator().orElseThrow().type()).isEqualTo(Initiator.Type.CSS);
    assertThat(image.initiator().orElseThrow().exchange()).hasValue(1);
    assertThat(image.initiator().orElseThrow().line()).hasValue(3);
    assertThat(run.page().orElseThrow().candidates()).containsExactly(bench.url("/hover.png"));
    assertThat(run.page().orElseThrow().unusedPreloads()).containsExactly(bench.url("/never.png"));
  }
}
