package dev.lightfoot.report.layout;

import java.util.ArrayList;
import java.util.List;

/// The part of a stretch of time that a chart shows. Never leaves the whole, and never becomes
/// shorter than ten microseconds.
///
/// @param fromNanos left edge, from the start of the whole
/// @param toNanos right edge
/// @param wholeNanos length of the whole
public record TimeWindow(long fromNanos, long toNanos, long wholeNanos) {
  private static final long SHORTEST = 10_000;

  /// All of it.
  public static TimeWindow whole(long wholeNanos) {
    long length = Math.max(1, wholeNanos);
    return new TimeWindow(0, length, length);
  }

  /// How much time it shows.
  public long length() {
    return toNanos - fromNanos;
  }

  /// Whether it shows everything.
  public boolean isWhole() {
    return fromNanos == 0 && toNanos == wholeNanos;
  }

  /// From one instant to another, as far as that is possible.
  public TimeWindow showing(long from, long to) {
    long shortest = Math.min(SHORTEST, wholeNanos);
    long length = Math.clamp(to - from, shortest, wholeNanos);
    long start = Math.clamp(from, 0, wholeNanos - length);
    return new TimeWindow(start, start + length, wholeNanos);
  }

  /// Shows `factor` times as much; the instant `around` stays where it is.
  public TimeWindow zoomed(double factor, long around) {
    double left = factor * (double) (around - fromNanos);
    double length = Math.min((double) wholeNanos, length() * factor);
    long from = Math.round((double) around - left);
    return showing(from, from + Math.round(length));
  }

  /// Moves it.
  public TimeWindow panned(long byNanos) {
    long from = Math.clamp(fromNanos + byNanos, 0, wholeNanos - length());
    return new TimeWindow(from, from + length(), wholeNanos);
  }

  /// Moves it where the stretch does not lie in it, so that it does, with some room at the left.
  public TimeWindow revealing(long from, long to) {
    if (from >= fromNanos && from < toNanos && (to <= toNanos || to - from > length())) {
      return this;
    }
    return panned(from - length() / 10 - fromNanos);
  }

  /// Distance of two ticks.
  public Axis axis() {
    return Axis.holding(length());
  }

  /// Instants of the ticks that lie in it.
  public List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    long step = axis().stepNanos();
    for (long at = Math.ceilDiv(fromNanos, step) * step; at <= toNanos; at += step) {
      ticks.add(at);
    }
    return ticks;
  }
}
