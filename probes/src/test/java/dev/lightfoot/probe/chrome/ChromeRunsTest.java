package dev.lightfoot.probe.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.devtools.Sums;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.TargetUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChromeRunsTest {
  private static final String PAGE =
      """
      <!doctype html><title>Shop</title>
      <link rel=stylesheet href=/a.css>
      <script src=/a.js></script>
      <h1 id=hero>Everything must go</h1>
      <img src=/missing.png>
      """;

  static Visit visit(String url) {
    return new Visit(
        TargetUrl.parse(url).url(),
        Viewport.DESKTOP,
        List.of(),
        List.of(),
        false,
        false,
        Duration.ofSeconds(30));
  }

  private static LocalSite shop() throws IOException {
    return new LocalSite()
        .with("/", "text/html", PAGE)
        .with("/a.css", "text/css", "h1 { background: url(/b.png) }")
        .with("/a.js", "text/javascript", "fetch('/data.json')")
        .with("/b.png", "image/png", "")
        .with("/data.json", "application/json", "{}");
  }

  @Test
  void aPageOfThisComputerIsLoadedCold() throws IOException {
    try (LocalSite site = shop();
        ChromeRuns runs =
            new ChromeRuns(visit(site.url("/")), Browsers.start(), new Cancellation())) {
      Run run = runs.make(RunState.COLD, false, _ -> {});
      assertThat(run.error()).isEmpty();
      Sums.check(run);
      assertThat(run.exchanges())
          .extracting(each -> each.url().substring(site.url("").length()))
          .contains("/", "/a.css", "/a.js", "/missing.png", "/b.png", "/data.json");
      Exchange document = run.exchanges().getFirst();
      assertThat(document.initiator()).contains(Initiator.of(Initiator.Type.USER));
      assertThat(document.resource().type()).contains(ResourceType.DOCUMENT);
      assertThat(document.source()).isEqualTo(Exchange.BROWSER);
      Exchange style = named(run, "/a.css");
      assertThat(style.resource().priority()).contains(Priority.HIGHEST);
      assertThat(style.resource().renderBlocking()).contains(true);
      assertThat(style.initiator().orElseThrow().exchange()).hasValue(0);
      assertThat(style.initiator().orElseThrow().line()).hasValue(2);
      assertThat(named(run, "/b.png").initiator().orElseThrow().type())
          .isEqualTo(Initiator.Type.CSS);
      assertThat(named(run, "/data.json").initiator().orElseThrow().type())
          .isEqualTo(Initiator.Type.SCRIPT);
      assertThat(named(run, "/missing.png").status()).hasValue(404);
      PageLoad page = run.page().orElseThrow();
      assertThat(page.documentExchange()).hasValue(0);
      assertThat(page.marks().loadNanos().orElseThrow())
          .isGreaterThanOrEqualTo(page.marks().domContentLoadedNanos().orElseThrow());
      assertThat(page.marks().firstContentfulPaintNanos()).isPresent();
      assertThat(page.rendering().orElseThrow().largest().orElseThrow().element())
          .isEqualTo(Optional.of("h1#hero"));
    }
  }

  static Exchange named(Run run, String path) {
    return run.exchanges().stream()
        .filter(each -> each.url().endsWith(path))
        .findFirst()
        .orElseThrow();
  }
}
