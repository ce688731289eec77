package dev.lightfoot.model.span;

import java.util.OptionalLong;

/// When an operation took place, as exactly as its source says and no further. All on the source's
/// own clock, in nanoseconds since 1970.
///
/// @param known what the source records
/// @param atUnixNanos the start of an interval, or the instant; 0 without meaning where only the
///   duration is known
/// @param durationNanos 0 without meaning for an instant
/// @param resolutionNanos the step in which the source counts: the truth is at most one step away
public record SpanTime(Known known, long atUnixNanos, long durationNanos, long resolutionNanos) {
  /// Logs count durations at least so finely, or in the steps of their stamps.
  private static final long FINER_NANOS = 1_000_000;

  /// What a source records of a time.
  public enum Known {
    /// Start and duration.
    INTERVAL,
    /// One instant within it, mostly its end: a log line without a duration.
    INSTANT,
    /// How long it took, but not when: Server-Timing, a log without timestamps.
    DURATION
  }

  /// From a start on.
  public static SpanTime of(long startUnixNanos, long durationNanos, long resolutionNanos) {
    return new SpanTime(Known.INTERVAL, startUnixNanos, durationNanos, resolutionNanos);
  }

  /// Until an end: for logs that stamp a line when all is over.
  public static SpanTime ending(long endUnixNanos, long durationNanos, long resolutionNanos) {
    return of(endUnixNanos - durationNanos, durationNanos, resolutionNanos);
  }

  /// An instant without a duration.
  public static SpanTime instant(long atUnixNanos, long resolutionNanos) {
    return new SpanTime(Known.INSTANT, atUnixNanos, 0, resolutionNanos);
  }

  /// A duration without an instant.
  public static SpanTime lasting(long durationNanos, long resolutionNanos) {
    return new SpanTime(Known.DURATION, 0, durationNanos, resolutionNanos);
  }

  /// Whether both are known, when it began and how long it took. Says what [#start] does where an
  /// object for each of millions is too much.
  public boolean isInterval() {
    return known == Known.INTERVAL;
  }

  /// When it began.
  public OptionalLong start() {
    return known == Known.INTERVAL ? OptionalLong.of(atUnixNanos) : OptionalLong.empty();
  }

  /// When it ended.
  public OptionalLong end() {
    return known == Known.INTERVAL
        ? OptionalLong.of(atUnixNanos + durationNanos)
        : OptionalLong.empty();
  }

  /// The step in which the duration is counted: where it is no whole number of the stamps' steps,
  /// as of a server that stamps seconds and counts microseconds, it is finer than they are.
  public long durationStepNanos() {
    boolean finer = durationNanos % Math.max(1, resolutionNanos) != 0;
    return finer ? Math.min(resolutionNanos, FINER_NANOS) : resolutionNanos;
  }

  /// How long it took.
  public OptionalLong duration() {
    return known == Known.INSTANT ? OptionalLong.empty() : OptionalLong.of(durationNanos);
  }
}
