package dev.lightfoot.analysis.summary;

import java.util.Arrays;
import java.util.Optional;

/// How one quantity lies over several runs, in nanoseconds.
///
/// @param count how many values
/// @param medianNanos middle value; between two middle ones their mean, rounded down
/// @param minNanos smallest value
/// @param maxNanos largest value
public record Spread(int count, long medianNanos, long minNanos, long maxNanos) {

  /// The spread of these values; empty where there are none.
  public static Optional<Spread> of(long... nanos) {
    if (nanos.length == 0) {
      return Optional.empty();
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    long median =
        sorted.length % 2 == 1
            ? sorted[middle]
            : Math.floorDiv(sorted[middle - 1] + sorted[middle], 2);
    return Optional.of(new Spread(sorted.length, median, sorted[0], sorted[sorted.length - 1]));
  }
}
