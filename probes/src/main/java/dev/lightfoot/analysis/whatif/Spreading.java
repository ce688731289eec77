package dev.lightfoot.analysis.whatif;

import java.util.Arrays;
import java.util.Random;

/// The interval in which the median of later runs is expected: over what is not known, over which
/// runs happened to be made, and over which will be. Always the same for the same numbers.
final class Spreading {
  private static final int RESAMPLES = 20;
  private static final double TAIL = 0.05;
  private static final long SEED = 7;

  private Spreading() {}

  /// @param middle totals of the runs where everything is as is most likely
  /// @param drawn totals of the same runs for each draw of what is not known
  static Interval of(long[] middle, long[][] drawn) {
    Random random = new Random(SEED);
    long likeliest = median(middle);
    long[] medians = new long[drawn.length * RESAMPLES];
    int at = 0;
    for (long[] totals : drawn) {
      for (int i = 0; i < RESAMPLES; i++) {
        long made = median(resample(totals, random));
        long toCome = median(resample(totals, random)) - median(totals);
        medians[at++] = made + toCome;
      }
    }
    Arrays.sort(medians);
    int low = (int) Math.floor(TAIL * (medians.length - 1));
    int high = medians.length - 1 - low;
    return new Interval(
        Math.min(likeliest, medians[low]), likeliest, Math.max(likeliest, medians[high]));
  }

  private static long[] resample(long[] totals, Random random) {
    long[] sample = new long[totals.length];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = totals[random.nextInt(totals.length)];
    }
    return sample;
  }

  static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
  }
}
