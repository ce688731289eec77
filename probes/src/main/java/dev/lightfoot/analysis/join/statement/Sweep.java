package dev.lightfoot.analysis.join.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the values that most of many intervals agree on (Marzullo): intervals that are wrong do
/// not move the answer, as they would move a mean.
public final class Sweep {
  private Sweep() {}

  /// Bounds of one value, both included.
  public record Interval(long low, long high) {
    public static final Interval ANY = new Interval(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4);

    boolean holds(long value) {
      return low <= value && value <= high;
    }

    public long middle() {
      return low + (high - low) / 2;
    }

    /// The value of it that is nearest to 0.
    public long nearest() {
      return Math.clamp(0, low, high);
    }

    public boolean meets(Interval other) {
      return low <= other.high && other.low <= high && low <= high && other.low <= other.high;
    }

    /// What both hold; low above high where that is nothing.
    public Interval and(Interval other) {
      return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }

    /// The same, longer at both ends.
    public Interval widened(long by) {
      return new Interval(low - by, high + by);
    }
  }

  /// Values that equally many intervals agree on.
  ///
  /// @param interval the values
  /// @param votes how many intervals hold all of them
  public record Region(Interval interval, int votes) {}

  /// The one whose middle is nearest to that value.
  public static Region nearest(List<Region> regions, long value) {
    return regions.stream()
        .min(Comparator.comparingLong(region -> Math.abs(region.interval().middle() - value)))
        .orElseThrow();
  }

  /// The same values in intervals that do not meet, by value; without those that hold none.
  public static List<Interval> union(List<Interval> intervals) {
    List<Interval> sorted =
        intervals.stream()
            .filter(interval -> interval.low() <= interval.high())
            .sorted(Comparator.comparingLong(Interval::low))
            .toList();
    List<Interval> union = new ArrayList<>();
    for (Interval next : sorted) {
      if (!union.isEmpty() && next.low() <= union.getLast().high()) {
        Interval last = union.removeLast();
        union.add(new Interval(last.low(), Math.max(last.high(), next.high())));
      } else {
        union.add(next);
      }
    }
    return union;
  }

  /// The regions with the most votes, by value; empty where there is no interval that holds a
  /// value.
  public static List<Region> best(List<Interval> intervals) {
    record Edge(long value, boolean opens) {}
    List<Edge> edges = new ArrayList<>();
    for (Interval interval : intervals) {
      if (interval.low() <= interval.high()) {
        edges.add(new Edge(interval.low(), true));
        edges.add(new Edge(interval.high(), false));
      }
    }
    edges.sort(Comparator.comparingLong(Edge::value).thenComparing(edge -> !edge.opens()));
    List<Region> best = new ArrayList<>();
    int most = 0;
    int open = 0;
    for (int i = 0; i < edges.size(); i++) {
      open += edges.get(i).opens() ? 1 : -1;
      if (edges.get(i).opens() && open >= most && !edges.get(i + 1).opens()) {
        if (open > most) {
          best.clear();
        }
        most = open;
        best.add(new Region(new Interval(edges.get(i).value(), edges.get(i + 1).value()), open));
      }
    }
    return List.copyOf(best);
  }
}
