package dev.lightfoot.analysis.page;

import java.util.OptionalInt;

/// One request on the way that a page waited along. The steps of a path follow one another without
/// a gap: each begins where the one before ends. Instants are nanoseconds from the start of the
/// run.
///
/// @param exchange index in the run
/// @param cause what it waited for
/// @param after index of the exchange that it waited for; empty for the first step
/// @param fromNanos when what it waited for was there
/// @param startNanos when it went on: what lies between is this computer's own time
/// @param toNanos when what waits for it could go on: its end, or an instant within it
/// @param trips round trips that were over in the step; empty where none could be counted
/// @param gainNanos how much earlier the page could be there at most if this step took no time:
///   then another chain is the longest
public record PathStep(
    int exchange,
    PathCause cause,
    OptionalInt after,
    long fromNanos,
    long startNanos,
    long toNanos,
    OptionalInt trips,
    long gainNanos) {
  public PathStep {
    if (fromNanos > startNanos || startNanos > toNanos) {
      throw new IllegalArgumentException(
          "a step goes forward: " + fromNanos + ", " + startNanos + ", " + toNanos);
    }
  }

  /// Between what it waited for and its own going on.
  public long pauseNanos() {
    return startNanos - fromNanos;
  }

  /// All of it.
  public long durationNanos() {
    return toNanos - fromNanos;
  }

  PathStep gaining(long nanos) {
    return new PathStep(exchange, cause, after, fromNanos, startNanos, toNanos, trips, nanos);
  }
}
