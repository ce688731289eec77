package dev.lightfoot.analysis.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the values that most of many intervals agree on (Marzullo): intervals that are wrong do
/// not move the answer, as they would move a mean.
final class Sweep {
  private Sweep() {}

  /// Bounds of one value, both included.
  record Interval(long low, long high) {
    static final Interval ANY = new Interval(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4);

    boolean holds(long value) {
      return low <= value && value <= high;
    }

    long middle() {
      return low + (high - low) / 2;
    }
  }

  /// Values that equally many intervals agree on.
  ///
  /// @param interval the values
  /// @param votes how many intervals hold all of them
  record Region(Interval interval, int votes) {}

  /// Of offsets with equally many votes the one nearest to the middle of what is known, and without
  /// that the smallest: clocks are more often right than wrong.
  static Region nearest(List<Region> regions, Interval likely) {
    long middle = likely.equals(Interval.ANY) ? 0 : likely.middle();
    return regions.stream()
        .min(Comparator.comparingLong(region -> Math.abs(region.interval().middle() - middle)))
        .orElseThrow();
  }

  /// The regions with the most votes, by value; empty where there is no interval that holds a
  /// value.
  static List<Region> best(List<Interval> intervals) {
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
