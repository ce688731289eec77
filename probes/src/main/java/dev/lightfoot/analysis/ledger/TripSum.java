package dev.lightfoot.analysis.ledger;

import java.util.List;
import java.util.OptionalInt;

/// Round trips of several requests together.
///
/// @param trips their sum; empty where none could be counted
/// @param lowerBound whether those of some could not be counted, so that there may be more
public record TripSum(OptionalInt trips, boolean lowerBound) {

  /// The sum of these; one that is empty could not be counted.
  public static TripSum of(List<OptionalInt> counts) {
    int sum = 0;
    int counted = 0;
    for (OptionalInt each : counts) {
      sum += each.orElse(0);
      counted += each.isPresent() ? 1 : 0;
    }
    boolean all = counted == counts.size();
    // That nothing was sent for some says nothing of the others.
    boolean known = counted > 0 && (all || sum > 0);
    return new TripSum(known ? OptionalInt.of(sum) : OptionalInt.empty(), known && !all);
  }
}
