package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.trace.SpanSearch;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceFlame;
import dev.lightfoot.report.layout.TraceOverview;
import dev.lightfoot.report.layout.TraceWaterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Waterfall, flame view, overview, own times and search, each on a trace that is counted by hand.
final class TraceLayoutsTest {
  /// a 0–100 { b 10–40 { b1 15–20 }, c 30–60, d 90–120 sticks out }.
  private static final SpanTree TREE =
      SpanTree.of(
          List.of(
              span("a", "", "GET /", 0, 100),
              span("b", "a", "SELECT", 10, 30),
              span("b1", "b", "fetch", 15, 5),
              span("c", "a", "SELECT", 30, 30),
              span("d", "a", "render", 90, 30)));

  @Test
  void rowsAreThoseThatNothingFoldedHides() {
    TraceWaterfall all = TraceWaterfall.of(TREE);
    assertThat(spans(all)).containsExactly("a", "b", "b1", "c", "d");
    TraceWaterfall folded = all.folded(1);
    assertThat(spans(folded)).containsExactly("a", "b", "c", "d");
    assertThat(folded.row(2)).as("of what is hidden: the row that hides it").isEqualTo(1);
    assertThat(spans(folded.revealing(2))).containsExactly("a", "b", "b1", "c", "d");
    assertThat(spans(all.foldedTo(0))).containsExactly("a");
    assertThat(spans(all.foldedTo(1).unfolded(1))).containsExactly("a", "b", "b1", "c", "d");
    assertThat(all.folded(4).isFolded(4)).as("a leaf").isFalse();
  }

  @Test
  void barsCountFromTheFirstInstant() {
    TraceWaterfall waterfall = TraceWaterfall.of(TREE);
    assertThat(waterfall.wholeNanos()).isEqualTo(120);
    assertThat(waterfall.bar(3))
        .isEqualTo(new TraceWaterfall.Bar(3, SpanTime.Known.INTERVAL, 30, 30));
  }

  @Test
  void ofADurationWithoutAnInstantNoPlaceIsMadeUp() {
    Span floating =
        Span.of("x", "cache", Layer.CACHE, SpanKind.CLIENT, SpanTime.lasting(7, 1))
            .inTrace("t", Optional.of("a"));
    List<Span> spans = new ArrayList<>(TREE.spans());
    spans.add(floating);
    TraceWaterfall waterfall = TraceWaterfall.of(SpanTree.of(spans));
    int at = waterfall.tree().spans().indexOf(floating);
    assertThat(waterfall.bar(at).known()).isEqualTo(SpanTime.Known.DURATION);
    assertThat(waterfall.originUnixNanos()).isEqualTo(1_000);
    assertThat(waterfall.wholeNanos()).isEqualTo(120);
  }

  @Test
  void ownTimeIsWhatNoChildCoversAndChildrenAtOnceCountOnce() {
    // a: 100 − [10,60] − [90,100]; b: 30 − 5.
    assertThat(TREE.selfTimes()).containsExactly(40, 25, 5, 30, 30);
  }

  @Test
  void theFlameViewAddsUpWhatIsAlikeAndItsBlocksNest() {
    TraceFlame flame = TraceFlame.of(TREE);
    assertThat(flame.levels()).isEqualTo(3);
    assertThat(flame.wholeNanos()).isEqualTo(40 + 25 + 5 + 30 + 30);
    TraceFlame.Block select =
        flame.blocks().stream().filter(block -> block.name().equals("SELECT")).findAny().get();
    assertThat(select.spans()).isEqualTo(2);
    assertThat(select.selfNanos()).isEqualTo(55);
    assertThat(select.widthNanos()).isEqualTo(60);
    assertThat(select.wallNanos()).isEqualTo(60);
    for (TraceFlame.Block block : flame.blocks()) {
      if (block.parent() >= 0) {
        TraceFlame.Block above = flame.block(block.parent());
        assertThat(block.startNanos()).isGreaterThanOrEqualTo(above.startNanos());
        assertThat(block.endNanos()).isLessThanOrEqualTo(above.endNanos());
      }
    }
    assertThat(flame.at(1, select.startNanos())).isEqualTo(flame.blocks().indexOf(select));
    assertThat(flame.at(2, flame.wholeNanos() - 1)).as("nothing there").isEqualTo(-1);
  }

  @Test
  void theOverviewCountsWhatRunsInEachPart() {
    TraceOverview overview = TraceOverview.of(TraceWaterfall.of(TREE), 12);
    assertThat(overview.running(0)).isEqualTo(1);
    assertThat(overview.running(3)).as("a, b and c").isEqualTo(3);
    assertThat(overview.running(11)).as("d alone sticks out").isEqualTo(1);
    assertThat(overview.most()).isEqualTo(3);
    assertThat(overview.error(5)).isFalse();
  }

  @Test
  void aSearchLooksAtNamesIdsAttributesAndStatus() {
    Span told =
        span("q", "", "GET /Shop", 0, 1)
            .with(Attributes.of("db.system.name", "PostgreSQL"))
            .with(SpanStatus.error("Timed out"));
    SpanTree tree = SpanTree.of(List.of(told, span("r", "q", "other", 0, 1)));
    for (String text : List.of("shop", "postgres", "db.system", "timed OUT", "Q")) {
      assertThat(SpanSearch.find(tree, text, () -> false)).as(text).containsExactly(0);
    }
    assertThat(SpanSearch.find(tree, " ", () -> false)).isEmpty();
    assertThat(SpanSearch.find(tree, "shop", () -> true)).as("cancelled").isEmpty();
  }

  @Test
  void aWindowNeverLeavesTheWhole() {
    TimeWindow whole = TimeWindow.whole(1_000_000_000);
    TimeWindow half = whole.zoomed(0.5, 0);
    assertThat(half).isEqualTo(new TimeWindow(0, 500_000_000, 1_000_000_000));
    assertThat(half.panned(-5)).isEqualTo(half);
    assertThat(half.panned(Long.MAX_VALUE / 4).toNanos()).isEqualTo(1_000_000_000);
    assertThat(half.zoomed(10, 250_000_000)).isEqualTo(whole);
    assertThat(half.showing(7, 8).length()).as("not below ten microseconds").isEqualTo(10_000);
    assertThat(half.revealing(700_000_000, 800_000_000).fromNanos()).isEqualTo(500_000_000);
    assertThat(half.revealing(100_000_000, 200_000_000)).isEqualTo(half);
    assertThat(half.ticks()).startsWith(0L).endsWith(500_000_000L);
  }

  @Test
  void aVeryDeepTraceIsLaidOutWithoutRecursion() {
    List<Span> chain = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      chain.add(span("s" + i, i == 0 ? "" : "s" + (i - 1), "call", i, 100_000 - 2L * i));
    }
    TraceFlame flame = TraceFlame.of(SpanTree.of(chain));
    assertThat(flame.levels()).isEqualTo(50_000);
    assertThat(flame.wholeNanos()).isEqualTo(100_000);
  }

  private static List<String> spans(TraceWaterfall waterfall) {
    List<String> ids = new ArrayList<>();
    for (int row = 0; row < waterfall.rows(); row++) {
      ids.add(waterfall.tree().span(waterfall.span(row)).spanId());
    }
    return ids;
  }

  private static Span span(String id, String parent, String name, long start, long took) {
    return Span.of(id, name, Layer.APP, SpanKind.INTERNAL, SpanTime.of(1_000 + start, took, 1))
        .inTrace("t", Optional.of(parent).filter(text -> !text.isEmpty()));
  }
}
