package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.match.MatchedBy;
import dev.lightfoot.report.layout.page.PageBar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One request as both sides made it.
///
/// @param label as short as it can be told from the others
/// @param a as A made it; empty where only B did
/// @param b as B made it; empty where only A did
public record OverlayRow(
    String label, MatchedBy matchedBy, Optional<Stretch> a, Optional<Stretch> b) {

  /// A request of one side.
  ///
  /// @param exchange its index in the run
  /// @param startNanos on the axis of the overlay
  /// @param durationNanos until its end
  /// @param bars its phases, on the same axis
  public record Stretch(int exchange, long startNanos, long durationNanos, List<PageBar> bars) {
    public Stretch {
      bars = List.copyOf(bars);
    }

    /// Where it ends.
    public long endNanos() {
      return startNanos + durationNanos;
    }
  }

  /// Where it begins, on whichever side it does first.
  long startNanos() {
    return Math.min(
        a.map(Stretch::startNanos).orElse(Long.MAX_VALUE),
        b.map(Stretch::startNanos).orElse(Long.MAX_VALUE));
  }

  /// Where it ends, on whichever side it does last.
  long endNanos() {
    return Math.max(a.map(Stretch::endNanos).orElse(0L), b.map(Stretch::endNanos).orElse(0L));
  }

  /// Index of the exchange in A.
  public OptionalInt exchangeA() {
    return a.map(it -> OptionalInt.of(it.exchange())).orElseGet(OptionalInt::empty);
  }

  /// Index of the exchange in B.
  public OptionalInt exchangeB() {
    return b.map(it -> OptionalInt.of(it.exchange())).orElseGet(OptionalInt::empty);
  }
}
