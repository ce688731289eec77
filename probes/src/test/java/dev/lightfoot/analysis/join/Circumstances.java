package dev.lightfoot.analysis.join;

import java.util.Random;

/// Under which circumstances a [Traffic] was served and logged.
///
/// @param runs of ours
/// @param rttNanos between client and server
/// @param serverNanos how long a request takes there at least
/// @param threads of all workers together
/// @param othersPerSecond requests of others
/// @param sameUrl whether others ask for the same
/// @param twin whether somebody else asks for the same within 1 ms of one of the runs
/// @param earlierNanos how long before the same was measured; 0 where it was not
/// @param ids whether the logs hold trace ids
/// @param lost whether our own requests are not logged at all, though others' are
/// @param fresh whether it is known that all was written since the runs began
/// @param web by how much the web server's clock is wrong
/// @param database by how much the database's clock is wrong
/// @param rotated which part of each log is missing
record Circumstances(
    int runs,
    long rttNanos,
    long serverNanos,
    int threads,
    double othersPerSecond,
    boolean sameUrl,
    boolean twin,
    long earlierNanos,
    boolean ids,
    boolean lost,
    boolean fresh,
    Wrong web,
    Wrong database,
    Rotated rotated) {

  /// How wrong a clock is: by a shift, and from some part of the runs on by a step.
  record Wrong(long shiftNanos, long stepNanos, double stepAt) {
    static final Wrong NOT = new Wrong(0, 0, 1);

    boolean is() {
      return shiftNanos != 0 || stepNanos != 0;
    }
  }

  /// Which part of a log is missing.
  enum Rotated {
    NOT,
    BEFORE_THE_MIDDLE,
    AFTER_THE_MIDDLE
  }

  private static final int[] RUNS = {1, 1, 3, 10, 30};
  private static final double[] OTHERS = {0, 0, 0.05, 0.2, 1, 5, 20};
  private static final long[] EARLIER = {0, 0, 0, 3, 19, 265, 86_400};
  private static final long[] SHIFTS = {
    0, 0, 0, -2_000_000, 300_000_000, 90_000_000_000L, -90_000_000_000L
  };

  static Circumstances of(Random random) {
    Wrong web = wrong(random);
    // of two alike at the same time, of which the log holds the other one's alone, nobody can say
    // whose it is
    boolean lost = random.nextInt(8) == 0;
    return new Circumstances(
        RUNS[random.nextInt(RUNS.length)],
        1_000_000L * (1 + random.nextInt(40)),
        1_000_000L * (30 + random.nextInt(120)),
        8 + random.nextInt(3) * 8,
        OTHERS[random.nextInt(OTHERS.length)],
        random.nextInt(4) > 0,
        !lost && random.nextInt(6) == 0,
        1_000_000_000L * EARLIER[random.nextInt(EARLIER.length)],
        random.nextInt(3) == 0,
        lost,
        random.nextBoolean(),
        web,
        random.nextBoolean() ? web : wrong(random),
        Rotated.values()[random.nextInt(6) < 4 ? 0 : 1 + random.nextInt(2)]);
  }

  private static Wrong wrong(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Wrong(SHIFTS[random.nextInt(SHIFTS.length)], 0, 1);
      case 1 -> new Wrong(0, random.nextLong(-5_000_000_000L, 5_000_000_000L), random.nextDouble());
      default -> Wrong.NOT;
    };
  }

  /// Whether nothing makes it unclear which entry is whose: a log without gaps, clocks that are
  /// right, and others who ask for something else, if at all.
  boolean clear() {
    return !twin
        && !lost
        && !web.is()
        && !database.is()
        && rotated == Rotated.NOT
        && earlierNanos == 0
        && othersPerSecond == 0;
  }
}
