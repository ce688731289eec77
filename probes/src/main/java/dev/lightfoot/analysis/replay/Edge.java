package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.page.PathCause;

/// Something that had to come before something else.
///
/// @param from the exchange in which it came
/// @param atNanos when it was observed to come, from the start of the run
/// @param cause why it was needed
public record Edge(Job from, long atNanos, PathCause cause) {
  /// Instead of an instant: when the head that the server sends ahead is there, see [Job#head].
  public static final long HEAD = Long.MIN_VALUE;

  long replayedNanos() {
    return from.replayed(atNanos);
  }
}
