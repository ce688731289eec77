package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.model.span.SpanTime;

/// When an entry took place, from whichever of its fields say so.
final class EntryTimes {
  private final LogFormat.Stamp stamp;
  private final Stamps coarse;
  private final Stamps fine;

  EntryTimes(LogFormat.Stamp stamp, Stamps coarse, Stamps fine) {
    this.stamp = stamp;
    this.coarse = coarse;
    this.fine = fine;
  }

  /// Fills in instant and duration; false, and why, where neither is known.
  boolean complete(Entry entry) {
    if (entry.durationNanos == Entry.NONE) {
      entry.durationNanos = duration(entry);
    }
    if (entry.atNanos != Entry.NONE) {
      return true;
    }
    if (entry.has(Fact.TIME_FINE) && take(fine, Fact.TIME_FINE, entry)) {
      return true;
    }
    if (entry.has(Fact.TIME)) {
      return take(coarse, Fact.TIME, entry) || entry.refuse(coarse.problem);
    }
    return entry.durationNanos != Entry.NONE
        || entry.refuse("it has neither a time nor a duration");
  }

  private static boolean take(Stamps stamps, Fact fact, Entry entry) {
    if (!stamps.read(entry.bytes(fact), entry.from(fact), entry.to(fact))) {
      return false;
    }
    entry.atNanos = stamps.nanos;
    if (entry.resolutionNanos == 0) {
      entry.resolutionNanos = stamps.resolution;
    }
    return true;
  }

  private static long duration(Entry entry) {
    if (entry.has(Fact.MICROS)) {
      return Numbers.nanos(entry, Fact.MICROS, Numbers.MICRO);
    }
    if (entry.has(Fact.MILLIS)) {
      return Numbers.nanos(entry, Fact.MILLIS, Numbers.MILLI);
    }
    if (entry.has(Fact.NANOS)) {
      return Numbers.nanos(entry, Fact.NANOS, 1);
    }
    if (entry.has(Fact.WITH_UNIT)) {
      return Numbers.withUnit(
          entry.bytes(Fact.WITH_UNIT), entry.from(Fact.WITH_UNIT), entry.to(Fact.WITH_UNIT));
    }
    return Numbers.nanos(entry, Fact.SECONDS, Numbers.SECOND);
  }

  /// The time of a completed entry.
  SpanTime time(Entry entry) {
    if (entry.atNanos == Entry.NONE) {
      return SpanTime.lasting(entry.durationNanos, Numbers.MICRO);
    }
    if (entry.durationNanos == Entry.NONE) {
      return SpanTime.instant(entry.atNanos, entry.resolutionNanos);
    }
    return stamp == LogFormat.Stamp.END
        ? SpanTime.ending(entry.atNanos, entry.durationNanos, entry.resolutionNanos)
        : SpanTime.of(entry.atNanos, entry.durationNanos, entry.resolutionNanos);
  }

  /// The time of a part of an entry of that time.
  static SpanTime time(Phase phase, SpanTime whole) {
    long resolution = Math.max(whole.resolutionNanos(), phase.slackNanos());
    if (whole.start().isEmpty()) {
      return phase.durationNanos() == Entry.NONE
          ? SpanTime.instant(whole.atUnixNanos(), resolution)
          : SpanTime.lasting(phase.durationNanos(), resolution);
    }
    long start = whole.atUnixNanos() + phase.offsetNanos();
    return phase.durationNanos() == Entry.NONE
        ? SpanTime.instant(start, Math.max(resolution, whole.durationNanos()))
        : SpanTime.of(start, phase.durationNanos(), resolution);
  }
}
