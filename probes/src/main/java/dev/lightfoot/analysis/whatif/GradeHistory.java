package dev.lightfoot.analysis.whatif;

import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.Prediction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How earlier predictions did, by the kind of change.
///
/// @param graded predictions that a later snapshot graded, the earliest first
public record GradeHistory(List<Prediction> graded) {
  /// None was graded yet.
  public static final GradeHistory NONE = new GradeHistory(List.of());

  /// Older grades say little of how predictions are made now.
  private static final int LAST = 20;

  /// Fewer grades widen nothing.
  private static final int FEWEST = 3;

  private static final double INSIDE = 0.9;

  public GradeHistory {
    graded = graded.stream().filter(each -> each.grade().isPresent()).toList();
  }

  /// How predictions of one kind did.
  ///
  /// @param n how many were graded
  /// @param inside how many of them held what was measured
  /// @param medianError median of the distance from what was measured, by what was measured
  /// @param medianBias the same with its sign: above 0 where predictions are too long
  public record Tally(int n, int inside, double medianError, double medianBias) {}

  /// By kind, in the order of the words.
  public Map<String, Tally> byKind() {
    Map<String, Tally> all = new TreeMap<>();
    graded.stream()
        .flatMap(each -> each.kinds().stream())
        .distinct()
        .forEach(kind -> all.put(kind, tally(of(kind))));
    return all;
  }

  private List<Prediction> of(String kind) {
    return graded.stream().filter(each -> each.kinds().contains(kind)).toList();
  }

  private static Tally tally(List<Prediction> some) {
    int inside = (int) some.stream().filter(each -> each.grade().orElseThrow().inside()).count();
    double[] bias =
        some.stream().mapToDouble(each -> each.error().orElseThrow()).sorted().toArray();
    double[] error = Arrays.stream(bias).map(Math::abs).sorted().toArray();
    return new Tally(some.size(), inside, middle(error), middle(bias));
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /// How many times as wide an interval for such changes has to be, so that nine of ten of the last
  /// predictions had held what was measured; at least 1.
  double factor(List<String> kinds) {
    return kinds.stream().mapToDouble(this::factor).max().orElse(1);
  }

  private double factor(String kind) {
    List<Prediction> all = of(kind);
    List<Prediction> last = all.subList(Math.max(0, all.size() - LAST), all.size());
    if (last.size() < FEWEST) {
      return 1;
    }
    List<Double> needed =
        last.stream().map(GradeHistory::needed).sorted(Comparator.naturalOrder()).toList();
    int at = (int) Math.ceil(INSIDE * needed.size()) - 1;
    return Math.max(1, needed.get(at));
  }

  /// How many times as wide that interval should have been.
  private static double needed(Prediction prediction) {
    Outcome after = prediction.after();
    Grade grade = prediction.grade().orElseThrow();
    long beside = grade.measuredNanos() - after.nanos();
    long half = beside < 0 ? after.nanos() - after.lowNanos() : after.highNanos() - after.nanos();
    return Math.abs(beside) / (double) Math.max(1, half);
  }

  /// How many grades widen the intervals of those kinds.
  int count(List<String> kinds) {
    return (int)
        graded.stream().filter(each -> each.kinds().stream().anyMatch(kinds::contains)).count();
  }
}
