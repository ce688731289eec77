package dev.lightfoot.app.ui.history.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// When a scheduled probe is due, on two clocks. The monotonic one stands still while a computer
/// sleeps, the wall clock may be set back: whichever is there first counts. A probe that was due
/// meanwhile is made once, and the next one is counted from there.
///
/// @param wall on the wall clock
/// @param nanos on the monotonic clock
record Due(Instant wall, long nanos) {
  /// Part of the interval by which a probe is late at most, by chance: probes of many computers
  /// shall not meet, and none shall fall into step with something that happens every hour.
  static final double JITTER = 0.1;

  /// What is due when the window opens waits so long: a person can stop it before it sends
  /// anything.
  static final Duration AFTER_START = Duration.ofMinutes(1);

  /// One interval after that moment.
  static Due after(Duration interval, Instant now, long nanoTime, RandomGenerator random) {
    return in(jittered(interval, random), now, nanoTime);
  }

  /// In a window that has just been opened: one interval after the last one, yet not at once.
  static Due afterStart(Schedule schedule, Instant now, long nanoTime, RandomGenerator random) {
    Duration passed =
        schedule
            .last()
            .map(last -> Duration.between(last, now))
            .orElse(schedule.interval().multipliedBy(2));
    Duration left = jittered(schedule.interval(), random).minus(passed);
    // A last one that lies ahead is of a clock that was set back since.
    Duration bounded = left.compareTo(schedule.interval()) > 0 ? schedule.interval() : left;
    return in(bounded.compareTo(AFTER_START) < 0 ? AFTER_START : bounded, now, nanoTime);
  }

  static Due in(Duration delay, Instant now, long nanoTime) {
    return new Due(now.plus(delay), nanoTime + delay.toNanos());
  }

  private static Duration jittered(Duration interval, RandomGenerator random) {
    return interval.plusNanos((long) (interval.toNanos() * JITTER * random.nextDouble()));
  }

  boolean reached(Instant now, long nanoTime) {
    return !now.isBefore(wall) || nanoTime - nanos >= 0;
  }

  /// How long it is until then, by the clock that is there first.
  Duration left(Instant now, long nanoTime) {
    Duration byWall = Duration.between(now, wall);
    Duration byNanos = Duration.ofNanos(nanos - nanoTime);
    Duration least = byWall.compareTo(byNanos) < 0 ? byWall : byNanos;
    return least.isNegative() ? Duration.ZERO : least;
  }
}
