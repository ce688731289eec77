package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.page.PathCause;

/// Something that had to come before something else.
///
/// @param from the exchange in which it came
/// @param atNanos when it was observed to come, from the start of the run
/// @param cause why it was needed
/// @param lagNanos what passes after it all the same
public record Edge(Job from, long atNanos, PathCause cause, long lagNanos) {
  /// Instead of an instant: when the head that the server sends ahead is there, see [Job#head].
  public static final long HEAD = Long.MIN_VALUE;

  /// One after which nothing passes.
  public Edge(Job from, long atNanos, PathCause cause) {
    this(from, atNanos, cause, 0);
  }

  /// When it came in the replay, what passes after it not counted.
  long cameNanos() {
    return from.replayed(atNanos);
  }

  long replayedNanos() {
    return from.replayed(atNanos) + lagNanos;
  }
}
