package dev.lightfoot.analysis.clock;

/// How far a server's clock can be from the client's, by causality: what a request did on the
/// server, it did after the request was sent and before its answer had come.
///
/// @param clock its name
/// @param lowNanos smallest offset, server minus client, that every request allows
/// @param highNanos largest one; below [#lowNanos] where the requests contradict each other
/// @param requests how many of them bound it
public record ClockBound(String clock, long lowNanos, long highNanos, int requests) {
  /// No offset satisfies all requests: one of them was matched wrongly, or the clock was set
  /// meanwhile.
  public boolean contradicts() {
    return lowNanos > highNanos;
  }

  /// The middle: where bars are drawn.
  public long middleNanos() {
    return lowNanos + (highNanos - lowNanos) / 2;
  }

  /// Half the width: what is printed after ±.
  public long halfNanos() {
    return Math.abs(highNanos - lowNanos) / 2;
  }
}
