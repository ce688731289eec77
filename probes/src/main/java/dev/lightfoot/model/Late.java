package dev.lightfoot.model;

/// A stretch of time in which something had arrived at this computer, and the program that waited
/// for it was not given it yet: the computer was busy.
///
/// @param atNanos when it had arrived, from the start of the run
/// @param durationNanos how much later the program had it
public record Late(long atNanos, long durationNanos) {
  /// When the program had it.
  public long endNanos() {
    return atNanos + durationNanos;
  }
}
