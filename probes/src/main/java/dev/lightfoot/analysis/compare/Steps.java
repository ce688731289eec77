package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.RunValue;
import java.util.List;

/// The steps in which times were noted, read off the times themselves: files of other programs
/// round them and do not say so.
final class Steps {
  private static final long[] KNOWN = {1_000_000, 100_000, 10_000, 1_000};

  private Steps() {}

  /// The largest of them that all these times are multiples of; 1 ns where none is.
  static long nanos(List<RunValue> a, List<RunValue> b) {
    for (long step : KNOWN) {
      if (isStep(a, step) && isStep(b, step)) {
        return step;
      }
    }
    return 1;
  }

  private static boolean isStep(List<RunValue> values, long step) {
    return values.stream().allMatch(value -> value.nanos() % step == 0);
  }
}
