package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.model.Snapshot;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/// The totals of both sides in the order in which their runs were made.
///
/// @param dots earliest first
/// @param scale holds every total
public record RunOrder(List<Dot> dots, NanosScale scale) {
  public RunOrder {
    dots = List.copyOf(dots);
  }

  /// One run.
  ///
  /// @param second whether it is of side B
  /// @param run its index in its snapshot
  /// @param startedAt when it began
  /// @param nanos what it took
  public record Dot(boolean second, int run, OffsetDateTime startedAt, long nanos) {}

  /// The order of a comparison of these two.
  public static RunOrder of(Comparison comparison, Snapshot a, Snapshot b) {
    List<Dot> dots = new ArrayList<>();
    comparison.total().a().forEach(value -> dots.add(dot(false, value, a)));
    comparison.total().b().forEach(value -> dots.add(dot(true, value, b)));
    dots.sort(
        Comparator.comparing((Dot dot) -> dot.startedAt().toInstant())
            .thenComparing(Dot::second)
            .thenComparingInt(Dot::run));
    LongStream totals = dots.stream().mapToLong(Dot::nanos);
    long[] all = totals.toArray();
    return new RunOrder(
        dots,
        NanosScale.holding(LongStream.of(all).min().orElse(0), LongStream.of(all).max().orElse(0)));
  }

  private static Dot dot(boolean second, RunValue value, Snapshot of) {
    return new Dot(second, value.run(), of.runs().get(value.run()).startedAt(), value.nanos());
  }
}
