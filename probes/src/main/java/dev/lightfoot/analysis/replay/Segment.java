package dev.lightfoot.analysis.replay;

import dev.lightfoot.model.Phase;

/// A phase of an exchange, divided into trips × round-trip time and the rest: the peers' work and
/// whatever else it held.
public final class Segment {
  private final Phase phase;
  private final long startNanos;
  private final long observedNanos;
  private final long observedWayNanos;
  private long gapNanos;
  private int trips;
  private long rttNanos;
  private long restNanos;
  private int rounds;

  /// @param gapNanos between what came before it and its start
  /// @param trips counted, or as its protocol has them
  /// @param rttNanos floor of the peer; 0 where it is not known
  Segment(
      Phase phase, long startNanos, long observedNanos, long gapNanos, int trips, long rttNanos) {
    this.phase = phase;
    this.startNanos = startNanos;
    this.observedNanos = observedNanos;
    this.gapNanos = gapNanos;
    this.trips = trips;
    this.rttNanos = trips == 0 ? rttNanos : Math.min(rttNanos, observedNanos / trips);
    this.observedWayNanos = trips * this.rttNanos;
    this.restNanos = observedNanos - observedWayNanos;
  }

  public Phase phase() {
    return phase;
  }

  /// When it was observed to begin.
  long startNanos() {
    return startNanos;
  }

  /// When it was observed to end.
  long endNanos() {
    return startNanos + observedNanos;
  }

  /// How much of it was distance, as it was observed.
  long observedWayNanos() {
    return observedWayNanos;
  }

  long gapNanos() {
    return gapNanos;
  }

  /// Lets it follow at once on what was before it.
  void atOnce() {
    gapNanos = Math.min(0, gapNanos);
  }

  /// Lets it take no time; it still says that a connection was opened.
  public void vanish() {
    atOnce();
    trips = 0;
    restNanos = 0;
    rounds = 0;
  }

  public int trips() {
    return trips;
  }

  public long rttNanos() {
    return rttNanos;
  }

  /// What is not distance.
  public long restNanos() {
    return restNanos;
  }

  public long nanos() {
    return Math.max(0, trips * rttNanos + restNanos);
  }

  /// Rounds of a shared window that it waited for: they are as long as trips, and in what is not
  /// distance.
  void rounds(int seen) {
    rounds = rttNanos == 0 ? 0 : (int) Math.min(seen, restNanos / rttNanos);
  }

  /// Lets it wait for nothing else on its connection.
  public void ahead() {
    restNanos -= rounds * observedRttNanos();
    rounds = 0;
  }

  private long observedRttNanos() {
    return trips == 0 ? 0 : observedWayNanos / trips;
  }

  /// Lets it take so many trips.
  public void trips(int other) {
    trips = Math.max(0, other);
  }

  /// Puts the peer so far away.
  public void rttNanos(long other) {
    restNanos = Math.max(0, restNanos + rounds * (other - rttNanos));
    rttNanos = other;
  }

  public void restNanos(long other) {
    restNanos = Math.max(0, other);
  }
}
