package dev.lightfoot.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/// Where a series of measurements moved: E-divisive (Matteson and James, arXiv 1306.4933) with
/// Student's test in the place of permutations, so that the same series always has the same answer,
/// in windows, its weak points merged afterwards (Fleming et al., arXiv 2301.03034: the method of
/// Apache Otava).
public final class ChangePoints {
  /// A segment has at least so many values: one stray value, or two at the end, are no change.
  public static final int FEWEST = 3;

  /// A change is as unlikely without one.
  public static final double LEVEL = 0.001;

  /// Points this weak are looked at again when all are known.
  private static final double WEAK_LEVEL = 10 * LEVEL;

  /// So many values are looked at together, half of them again with the next.
  private static final int WINDOW = 50;

  private final double[] values;
  private final DoubleUnaryOperator floor;

  private ChangePoints(double[] values, DoubleUnaryOperator floor) {
    this.values = values;
    this.floor = floor;
  }

  /// The change points of that series, in its order.
  public static List<ChangePoint> of(long... values) {
    return of(_ -> 0, values);
  }

  /// The change points of that series that exceed a floor, in its order.
  ///
  /// @param floor by the mean before a change, what its mean after it has to differ by
  public static List<ChangePoint> of(DoubleUnaryOperator floor, long... values) {
    double[] series = Arrays.stream(values).asDoubleStream().toArray();
    ChangePoints points = new ChangePoints(series, floor);
    return points.merged(points.weak());
  }

  private NavigableSet<Integer> weak() {
    NavigableSet<Integer> all = new TreeSet<>();
    int start = 0;
    while (start < values.length) {
      NavigableSet<Integer> found = within(start, Math.min(values.length, start + WINDOW));
      all.addAll(found);
      start = Math.max(start + WINDOW / 2, found.isEmpty() ? 0 : found.last());
    }
    return all;
  }

  /// Those of one window: it is split where it differs most, as long as that is significant.
  private NavigableSet<Integer> within(int from, int to) {
    NavigableSet<Integer> found = new TreeSet<>();
    Divergence divergence = new Divergence(values, FEWEST);
    while (true) {
      Divergence.Split best = Divergence.Split.NONE;
      int start = from;
      for (int end : ends(found, to)) {
        Divergence.Split split = divergence.of(start, end);
        best = split.size() > best.size() ? split : best;
        start = end;
      }
      if (best.equals(Divergence.Split.NONE)
          || point(found, best.at(), from, to).p() > WEAK_LEVEL) {
        return found;
      }
      found.add(best.at());
    }
  }

  private static List<Integer> ends(NavigableSet<Integer> points, int to) {
    List<Integer> ends = new ArrayList<>(points);
    ends.add(to);
    return ends;
  }

  /// The weakest is dropped until none is too weak: that changes its neighbours' segments.
  private List<ChangePoint> merged(NavigableSet<Integer> points) {
    while (true) {
      List<ChangePoint> all =
          points.stream().map(at -> point(points, at, 0, values.length)).toList();
      List<ChangePoint> weakest =
          all.stream()
              .filter(this::isWeak)
              .sorted(Comparator.comparingDouble(ChangePoint::p).reversed())
              .toList();
      if (weakest.isEmpty()) {
        return all;
      }
      points.remove(weakest.getFirst().index());
    }
  }

  private boolean isWeak(ChangePoint point) {
    return !(point.p() <= LEVEL)
        || Math.abs(point.after() - point.before()) <= floor.applyAsDouble(point.before());
  }

  private ChangePoint point(NavigableSet<Integer> points, int at, int from, int to) {
    Integer before = points.lower(at);
    Integer after = points.higher(at);
    int start = before == null ? from : before;
    int end = after == null ? to : after;
    double[] left = Arrays.copyOfRange(values, start, at);
    double[] right = Arrays.copyOfRange(values, at, end);
    boolean whole = left.length >= FEWEST && right.length >= FEWEST;
    return new ChangePoint(
        at,
        whole ? StudentTest.p(left, right) : 1,
        StudentTest.mean(left),
        StudentTest.mean(right));
  }
}
