package dev.lightfoot.probe;

import static dev.lightfoot.probe.PageBench.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a page shows only near the window (`loading=lazy`), in one of 1440 by 900.
@Timeout(60)
final class PageLazyTest {
  private PageBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = PageBench.plain();
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private static String high(int pixels) {
    return "<div style=height:" + pixels + "px></div>";
  }

  @Test
  void anImageIsAskedForWithinItsMarginBelowTheWindow() {
    bench.page(
        high(2_150)
            + "<img loading=lazy src=near.png width=9 height=2>"
            + high(1)
            + "<img loading=lazy src=far.png>");
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/near.png");
    assertThat(run.page().orElseThrow().candidates()).containsExactly(bench.url("/far.png"));
  }

  @Test
  void aFrameHasAWiderMarginThanAnImage() {
    bench.page(
        high(3_400)
            + "<iframe loading=lazy src=near.html style=height:2px></iframe>"
            + high(1)
            + "<iframe loading=lazy src=far.html></iframe>");
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/near.html");
    assertThat(run.page().orElseThrow().candidates()).containsExactly(bench.url("/far.html"));
  }

  @Test
  void aFilmsPosterHasTheMarginOfAnImage() {
    String film = "<video loading=lazy preload=none poster=%s.png></video>";
    bench.page(film.formatted("near") + high(9_000) + film.formatted("far"));
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/near.png");
    assertThat(run.page().orElseThrow().candidates()).containsExactly(bench.url("/far.png"));
  }

  @Test
  void heightsComeFromTheSheetsThatTheyWaitFor() {
    bench.page("<link rel=stylesheet href=a.css><main></main><img loading=lazy src=far.png>");
    bench.file("/a.css", "text/css", "main{min-height:9000px}");
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/a.css");
    assertThat(run.page().orElseThrow().candidates()).containsExactly(bench.url("/far.png"));
  }

  @Test
  void whatHasNoBoxIsNotAskedFor() {
    bench.page("<style>img{display:none}</style><img loading=lazy src=a.png><img src=b.png>");
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/b.png");
    assertThat(run.page().orElseThrow().candidates()).containsExactly(bench.url("/a.png"));
  }

  @Test
  void whatIsShownTwiceIsAskedForWhereOneIsNear() {
    bench.page(
        "<img loading=lazy src=a.png>"
            + high(9_000)
            + "<img loading=lazy src=a.png><div hidden><img loading=lazy src=a.png></div>");
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/a.png");
    assertThat(run.page().orElseThrow().candidates()).isEmpty();
  }

  @Test
  void theImageOfAPictureStandsWhereThePictureDoes() {
    String picture =
        "<picture><source srcset='%1$s-2.png 2x,%1$s-1.png 1x'><img loading=lazy"
            + " src=%1$s.png></picture>";
    bench.page(picture.formatted("near") + high(9_000) + picture.formatted("far"));
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/near-1.png");
    assertThat(run.page().orElseThrow().candidates()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void lazyImagesDoNotDelayTheLoad() {
    bench.page("<img src=a.png><img loading=lazy src=b.png>");
    Run run = bench.load();
    assertThat(PageBench.of(run, "/b.png").startNanos())
        .isGreaterThanOrEqualTo(PageBench.of(run, "/a.png").startNanos());
    assertThat(run.page().orElseThrow().marks().loadNanos().orElseThrow())
        .isEqualTo(PageBench.of(run, "/a.png").endNanos());
  }
}
