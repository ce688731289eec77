package dev.lightfoot.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.stack.RowLabel;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// A wait of 100 µs with a proxy, its app, two calls of the app, and a database's own entry.
final class StackLayoutTest {
  private final StackLayout layout =
      StackLayout.of(
          new Stack(
              List.of(
                  row(0, 100_000, 100_000, 0),
                  row(1, 120_000, 60_000, 20_000),
                  row(2, 121_000, 58_000, 20_000),
                  row(3, 130_000, 5_000, 20_000),
                  row(4, 131_000, 1_000, 21_000),
                  row(3, 150_000, 5_000, 20_000)),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              100_000,
              0,
              0));

  @Test
  void aFoldedRowHidesWhatHangsBelowIt() {
    assertThat(layout.rows()).isEqualTo(6);
    assertThat(layout.parent(4)).isEqualTo(3);
    assertThat(layout.parent(5)).isEqualTo(2);
    StackLayout folded = layout.folding(3, true);
    assertThat(folded.rows()).isEqualTo(5);
    assertThat(folded.index(4)).isEqualTo(5);
    assertThat(folded.row(4)).as("hidden by row 3").isEqualTo(3);
    assertThat(layout.folding(2, true).rows()).isEqualTo(3);
    assertThat(layout.folding(5, true).isFolded(5)).as("nothing below").isFalse();
  }

  @Test
  void whiskersAreDrawnWhereTheyDifferFromThoseAbove() {
    assertThat(layout.showsWhisker(0)).isFalse();
    assertThat(layout.showsWhisker(1)).isTrue();
    assertThat(layout.showsWhisker(2)).isFalse();
    assertThat(layout.showsWhisker(4)).isTrue();
  }

  @Test
  void theWindowHoldsEverythingWithItsWhiskers() {
    TimeWindow window = layout.window();
    assertThat(window.fromNanos()).isEqualTo(98_000);
    assertThat(window.toNanos()).isEqualTo(202_000);
  }

  private static StackRow row(int depth, long start, long took, long whisker) {
    return new StackRow(
        depth,
        new RowLabel.Named("row"),
        Layer.APP,
        Evidence.IMPORTED,
        List.of(new StackBar(start, took, whisker)),
        false,
        1,
        false,
        0,
        OptionalLong.empty(),
        took,
        OptionalLong.empty(),
        took,
        List.of(),
        0,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        List.of());
  }
}
