package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The browser's clock: seconds on one monotonic clock, whole microseconds, become nanoseconds from
/// the start of the run.
///
/// @param originSeconds the browser's clock at instant 0
/// @param originWallSeconds the wall clock then, in seconds since 1970
record EventClock(double originSeconds, double originWallSeconds) {
  private static final double MICROS_PER_SECOND = 1e6;
  private static final long NANOS_PER_MICRO = 1_000;

  /// Nanoseconds from the start of the run.
  long nanos(double seconds) {
    return Math.round((seconds - originSeconds) * MICROS_PER_SECOND) * NANOS_PER_MICRO;
  }

  /// The instant of that member, where it has one.
  OptionalLong nanos(JsonValue params, String member) {
    OptionalDouble seconds = params.number(member);
    return seconds.isPresent()
        ? OptionalLong.of(nanos(seconds.getAsDouble()))
        : OptionalLong.empty();
  }

  /// The instant of the run at that time of the wall clock.
  long ofWall(double seconds) {
    return Math.round((seconds - originWallSeconds) * MICROS_PER_SECOND) * NANOS_PER_MICRO;
  }

  /// The wall clock at instant 0.
  Instant startedAt() {
    long micros = Math.round(originWallSeconds * MICROS_PER_SECOND);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * NANOS_PER_MICRO);
  }
}
