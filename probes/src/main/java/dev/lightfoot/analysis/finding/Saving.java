package dev.lightfoot.analysis.finding;

import java.util.Locale;

/// What the removal of a cause brings, times along the critical path only. Savings of several
/// findings overlap and are never added up.
///
/// @param trips round trips in all, on the critical path or not
/// @param lowNanos at least this
/// @param nanos what is expected
/// @param highNanos at most this
/// @param from where the numbers come from
public record Saving(int trips, long lowNanos, long nanos, long highNanos, From from) {

  /// Where the numbers of a saving come from.
  public enum From {
    /// What was measured was replayed with the change made: what-if's answer.
    REPLAY,
    /// The rule estimated it.
    FORMULA;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The name in the findings' format.
    public String label() {
      return label;
    }
  }

  /// What a rule estimates.
  public Saving(int trips, long lowNanos, long nanos, long highNanos) {
    this(trips, lowNanos, nanos, highNanos, From.FORMULA);
  }

  /// Nothing but the trips.
  public static final Saving NONE = new Saving(0, 0, 0, 0);

  public Saving {
    if (trips < 0 || lowNanos < 0 || nanos < lowNanos || highNanos < nanos) {
      throw new IllegalArgumentException(
          "a saving of " + trips + " trips, " + lowNanos + ", " + nanos + ", " + highNanos);
    }
  }

  /// Both together: of what has no call in common.
  public Saving and(Saving other) {
    return new Saving(
        trips + other.trips,
        lowNanos + other.lowNanos,
        nanos + other.nanos,
        highNanos + other.highNanos,
        from);
  }

  /// These estimates, each no less than 0 and no more than the time that there is to save, in
  /// order.
  ///
  /// @param mostNanos time on the critical path of what would be saved
  public static Saving within(long mostNanos, int trips, long low, long mid, long high) {
    long most = Math.max(0, mostNanos);
    long highest = Math.clamp(high, 0, most);
    long middle = Math.clamp(mid, 0, highest);
    return new Saving(Math.max(0, trips), Math.clamp(low, 0, middle), middle, highest);
  }

  /// That of calls made one after another of which one is left: the formula that holds unless a
  /// rule has one of its own.
  ///
  /// @param calls how many there are in all
  /// @param chain how many follow one another on the critical path
  /// @param floorNanos smallest round trip to their peer; 0 where it is not known
  /// @param medianNanos of the calls' lengths
  /// @param timeNanos what they take of the critical path together
  public static Saving ofMerging(
      int calls, int chain, long floorNanos, long medianNanos, long timeNanos) {
    long floor = Math.clamp(floorNanos, 0, medianNanos);
    return within(
        timeNanos,
        calls - 1,
        (chain - 1L) * floor,
        timeNanos - (floor + chain * (medianNanos - floor) / 2),
        timeNanos - floor);
  }
}
