package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.Repairs;

/// Takes impossible numbers out of the timings of an entry, before anything is made of them.
final class TimingsCleaner {
  /// More than a day cannot be measurements.
  private static final double MAX_MILLIS = 1e8;

  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double NEAR = 0.01;

  private TimingsCleaner() {}

  static void clean(EntryDraft entry, Repairs repairs) {
    TimingsDraft timings = entry.timings;
    for (String name : timings.names()) {
      double value = timings.of(name);
      if (value > MAX_MILLIS) {
        timings.remove(name);
        repairs.doubt(HarRepair.IMPOSSIBLE_TIMING);
      } else if (value < 0 && value > -0.5) {
        timings.replace(name, 0); // what floating point leaves of nothing
      } else if (value < 0 && value != -1) {
        timings.remove(name);
        repairs.doubt(HarRepair.NEGATIVE_TIMING);
      }
    }
    seconds(entry, repairs);
    boolean usable = entry.time >= 0 && entry.time <= MAX_MILLIS;
    boolean nothing = entry.time == 0 && timings.sum() > Dialect.TOLERANCE_MILLIS;
    if (!usable || nothing) {
      entry.time = Double.NaN;
      repairs.mend(HarRepair.TIME_MISSING);
    }
  }

  /// One of the two can only be in seconds where the other is a thousand times as long.
  private static void seconds(EntryDraft entry, Repairs repairs) {
    double sum = entry.timings.sum();
    if (isThousandfold(sum, entry.time)) {
      for (String name : entry.timings.names()) {
        if (entry.timings.of(name) > 0) {
          entry.timings.replace(name, entry.timings.of(name) * MILLIS_PER_SECOND);
        }
      }
      repairs.mend(HarRepair.SECONDS);
    } else if (isThousandfold(entry.time, sum)) {
      entry.time *= MILLIS_PER_SECOND;
      repairs.mend(HarRepair.SECONDS);
    }
  }

  private static boolean isThousandfold(double seconds, double millis) {
    return seconds > 0
        && millis > Dialect.TOLERANCE_MILLIS * 10
        && Math.abs(seconds * MILLIS_PER_SECOND / millis - 1) < NEAR;
  }
}
