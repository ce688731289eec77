package dev.lightfoot.report.layout.history;

import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.report.layout.Axis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The history of one target: its snapshots in order of time, and the levels that they lie on.
///
/// @param points oldest first
/// @param levels one after the other, without a gap; where one ends and the next begins the time
///   changed
/// @param axis of the times, from 0
public record Trend(List<TrendPoint> points, List<TrendLevel> levels, Axis axis) {
  /// Changes are looked for among that many newest snapshots: the work grows with the square of
  /// their number.
  public static final int MOST_SEARCHED = 500;

  /// What a lone snapshot has to its left and right.
  private static final Duration LEAST_MARGIN = Duration.ofHours(1);

  public Trend {
    points = List.copyOf(points);
    levels = List.copyOf(levels);
  }

  /// The history of these snapshots, in any order.
  ///
  /// @param changes finds where a series of times changes: the index of the first of each new level
  public static Trend of(List<TrendPoint> points, Function<long[], List<Integer>> changes) {
    List<TrendPoint> sorted =
        points.stream()
            .sorted(Comparator.comparing(TrendPoint::takenAt).thenComparing(TrendPoint::id))
            .toList();
    long[] medians = sorted.stream().mapToLong(TrendPoint::medianNanos).toArray();
    int first = Math.max(0, medians.length - MOST_SEARCHED);
    long[] searched = Arrays.copyOfRange(medians, first, medians.length);
    List<TrendLevel> levels = new ArrayList<>();
    int from = 0;
    for (int change : changes.apply(searched)) {
      levels.add(level(medians, from, first + change));
      from = first + change;
    }
    if (from < medians.length) {
      levels.add(level(medians, from, medians.length));
    }
    return new Trend(sorted, levels, Axis.holding(highest(sorted)));
  }

  private static TrendLevel level(long[] medians, int from, int to) {
    long[] part = Arrays.copyOfRange(medians, from, to);
    return new TrendLevel(from, to, Spread.of(part).orElseThrow().medianNanos());
  }

  /// A single slow run shall not press all others to the ground: what is beyond twice the slowest
  /// median is cut at the top.
  private static long highest(List<TrendPoint> points) {
    long median = points.stream().mapToLong(TrendPoint::medianNanos).max().orElse(1);
    long slowest = points.stream().mapToLong(TrendPoint::maxNanos).max().orElse(1);
    return Math.max(1, Math.min(slowest, 2 * median));
  }

  /// The last change: the two levels beside it; empty where nothing changed.
  public Optional<Change> lastChange() {
    return levels.size() < 2
        ? Optional.empty()
        : Optional.of(new Change(levels.get(levels.size() - 2), levels.getLast()));
  }

  /// Whether older snapshots are drawn in which no changes were looked for.
  public boolean searchedInPart() {
    return points.size() > MOST_SEARCHED;
  }

  /// Left end of the picture.
  public Instant from() {
    return points.getFirst().takenAt().minus(margin());
  }

  /// Right end of the picture.
  public Instant to() {
    return points.getLast().takenAt().plus(margin());
  }

  private Duration margin() {
    Duration all =
        Duration.between(points.getFirst().takenAt(), points.getLast().takenAt()).dividedBy(40);
    return all.compareTo(LEAST_MARGIN) < 0 && points.size() < 2 ? LEAST_MARGIN : all.plusMillis(1);
  }

  /// Two levels, one after the other.
  ///
  /// @param before the older one
  /// @param after the newer one
  public record Change(TrendLevel before, TrendLevel after) {
    /// By how much the time grew; negative where it fell.
    public long nanos() {
      return after.medianNanos() - before.medianNanos();
    }
  }
}
