package dev.lightfoot.report.words;

import java.util.Arrays;

/// Rounds parts to tenths of a millisecond so that they add up to their rounded sum.
public final class Rounding {
  private Rounding() {}

  /// Rounds parts that add up to the rounded sum of all.
  public static long[] toTenths(long... nanos) {
    return toTenths(nanos, Numbers.tenths(Arrays.stream(nanos).sum()));
  }

  /// Rounds parts that are to add up to the given total. Each is rounded by itself; what is then
  /// too much or too little goes, a tenth at a time, to where it changes the value least.
  public static long[] toTenths(long[] nanos, long total) {
    long[] tenths = Arrays.stream(nanos).map(Numbers::tenths).toArray();
    long missing = total - Arrays.stream(tenths).sum();
    int step = Long.signum(missing);
    for (; missing != 0; missing -= step) {
      tenths[leastWrong(nanos, tenths, step)] += step;
    }
    return tenths;
  }

  /// Rounds parts to whole hundredths of their sum, which add up to 100; all 0 where there is no
  /// sum. What is then missing goes to where it changes the share least.
  public static long[] toHundred(long... parts) {
    long sum = Arrays.stream(parts).sum();
    if (sum <= 0) {
      return new long[parts.length];
    }
    // A tenth of a millisecond stands for a hundredth here.
    long[] scaled =
        Arrays.stream(parts)
            .map(part -> Math.round(part * 100.0 / sum * Numbers.NANOS_PER_TENTH))
            .toArray();
    return toTenths(scaled, 100);
  }

  private static int leastWrong(long[] nanos, long[] tenths, int step) {
    int best = 0;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < nanos.length; i++) {
      boolean allowed = nanos[i] != 0 && (step > 0 || tenths[i] > 0 || nanos[i] < 0);
      long error = Math.abs(nanos[i] - (tenths[i] + step) * Numbers.NANOS_PER_TENTH);
      // At equal error the last part gives way: the first one is distance, which people multiply.
      if (allowed && error <= smallest) {
        best = i;
        smallest = error;
      }
    }
    return best;
  }
}
