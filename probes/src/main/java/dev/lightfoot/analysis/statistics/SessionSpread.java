package dev.lightfoot.analysis.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/// How far two sessions of measuring lie apart without a reason.
public final class SessionSpread {
  private static final double TAIL = 0.025;

  private SessionSpread() {}

  /// What 95 % of the differences between two further sessions stay within, judged from these: the
  /// prediction interval of a difference of two normal values.
  ///
  /// @param nanos what each session took, at least two
  public static long nanos(List<Long> nanos) {
    int count = nanos.size();
    if (count < 2) {
      throw new IllegalArgumentException("one session has no spread");
    }
    double mean = nanos.stream().mapToDouble(Long::doubleValue).average().orElseThrow();
    double squares = nanos.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    double spread = Math.sqrt(squares / (count - 1));
    return Math.round(
        TDistribution.of(count - 1.0).inverseSurvivalProbability(TAIL) * spread * Math.sqrt(2));
  }
}
