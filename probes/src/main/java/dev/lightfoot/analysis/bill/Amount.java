package dev.lightfoot.analysis.bill;

import dev.lightfoot.analysis.ledger.LedgerLine;

/// A sum of lines of the bill: total = distance + work + transfer + queue + unexplained, exactly.
/// All in nanoseconds.
///
/// @param trips counted round trips
/// @param atLeast whether there may be more
/// @param distanceNanos trips × floor of the peers
/// @param workNanos the peers' own time, or this computer's, as far as it is known
/// @param transferNanos bytes on their way
/// @param queueNanos waiting for a free slot or a late answer
/// @param unexplainedNanos the rest
/// @param totalNanos all of it
public record Amount(
    int trips,
    boolean atLeast,
    long distanceNanos,
    long workNanos,
    long transferNanos,
    long queueNanos,
    long unexplainedNanos,
    long totalNanos) {
  /// Of no line.
  public static final Amount NONE = new Amount(0, false, 0, 0, 0, 0, 0, 0);

  static Amount of(LedgerLine line) {
    return new Amount(
        line.trips().orElse(0),
        line.atLeast(),
        line.distanceNanos(),
        line.workNanos(),
        line.transferNanos(),
        line.queueNanos(),
        line.unexplainedNanos(),
        line.totalNanos());
  }

  /// Both together.
  public Amount plus(Amount other) {
    return new Amount(
        trips + other.trips,
        atLeast || other.atLeast,
        distanceNanos + other.distanceNanos,
        workNanos + other.workNanos,
        transferNanos + other.transferNanos,
        queueNanos + other.queueNanos,
        unexplainedNanos + other.unexplainedNanos,
        totalNanos + other.totalNanos);
  }

  /// The same, of which there may be more trips.
  Amount orMore(boolean more) {
    return new Amount(
        trips,
        atLeast || more,
        distanceNanos,
        workNanos,
        transferNanos,
        queueNanos,
        unexplainedNanos,
        totalNanos);
  }
}
