package dev.lightfoot.codec.accesslog.entry;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.model.span.SpanTime;
import java.util.Optional;

/// When an entry took place, from whichever of its fields say so.
final class EntryTimes {
  private final LogFormat.Stamp stamp;
  private final Stamps coarse;
  private final Stamps fine;

  /// Of start times; the zone of a person is not theirs.
  private final Stamps starts = new Stamps(Optional.empty());

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
    if (!instant(entry)) {
      return false;
    }
    if (entry.durationNanos == Entry.NONE) {
      entry.durationNanos = fromStartToEnd(entry);
    }
    return true;
  }

  private boolean instant(Entry entry) {
    if (entry.has(Fact.TIME_FINE) && take(fine, Fact.TIME_FINE, entry)) {
      return true;
    }
    if (entry.has(Fact.TIME)) {
      return take(coarse, Fact.TIME, entry) || entry.refuse(coarse.problem);
    }
    if (entry.has(Fact.TIME_DOUBLE)) {
      return decimal(entry) || entry.refuse(coarse.problem);
    }
    return entry.durationNanos != Entry.NONE
        || entry.refuse("it has neither a time nor a duration");
  }

  private static boolean take(Stamps stamps, Fact fact, Entry entry) {
    if (!stamps.read(entry.bytes(fact), entry.from(fact), entry.to(fact))) {
      return false;
    }
    entry.atNanos = stamps.nanos;
    entry.resolutionNanos = stamps.resolution;
    entry.begins = stamps.bracketed;
    return true;
  }

  /// A floating-point number since 1970 is exact to a microsecond, however many digits it has; a
  /// date has dashes, and its own step.
  private boolean decimal(Entry entry) {
    boolean read = take(coarse, Fact.TIME_DOUBLE, entry);
    if (read && entry.text(Fact.TIME_DOUBLE).indexOf('-') < 0) {
      entry.resolutionNanos = FieldNumbers.MICRO;
    }
    return read;
  }

  /// Where no field is the duration: from the start, where it is logged, or the sum of what came
  /// before, in and after the upstream.
  private long fromStartToEnd(Entry entry) {
    if (entry.has(Fact.START_TIME)
        && starts.read(
            entry.bytes(Fact.START_TIME), entry.from(Fact.START_TIME), entry.to(Fact.START_TIME))
        && starts.nanos <= entry.atNanos) {
      return entry.atNanos - starts.nanos;
    }
    if (!entry.has(Fact.UPSTREAM_SECONDS)) {
      return Entry.NONE;
    }
    long before = FieldNumbers.nanos(entry, Fact.BEFORE_UPSTREAM_SECONDS, FieldNumbers.SECOND);
    long within = FieldNumbers.nanos(entry, Fact.UPSTREAM_SECONDS, FieldNumbers.SECOND);
    long after = FieldNumbers.nanos(entry, Fact.AFTER_UPSTREAM_SECONDS, FieldNumbers.SECOND);
    if (before == Entry.NONE || within == Entry.NONE || after == Entry.NONE) {
      return Entry.NONE;
    }
    entry.resolutionNanos = FieldNumbers.MILLI;
    return before + within + after;
  }

  private static long duration(Entry entry) {
    if (entry.has(Fact.MICROS)) {
      return FieldNumbers.nanos(entry, Fact.MICROS, FieldNumbers.MICRO);
    }
    if (entry.has(Fact.MILLIS)) {
      return FieldNumbers.nanos(entry, Fact.MILLIS, FieldNumbers.MILLI);
    }
    if (entry.has(Fact.NANOS)) {
      return FieldNumbers.nanos(entry, Fact.NANOS, 1);
    }
    if (entry.has(Fact.WITH_UNIT)) {
      return FieldNumbers.withUnit(
          entry.bytes(Fact.WITH_UNIT), entry.from(Fact.WITH_UNIT), entry.to(Fact.WITH_UNIT));
    }
    return FieldNumbers.nanos(entry, Fact.SECONDS, FieldNumbers.SECOND);
  }

  /// The time of a completed entry.
  SpanTime time(Entry entry) {
    if (entry.atNanos == Entry.NONE) {
      return SpanTime.lasting(entry.durationNanos, FieldNumbers.MICRO);
    }
    if (entry.durationNanos == Entry.NONE) {
      return SpanTime.instant(entry.atNanos, entry.resolutionNanos);
    }
    return stamp == LogFormat.Stamp.END && !entry.begins
        ? SpanTime.ending(entry.atNanos, entry.durationNanos, entry.resolutionNanos)
        : SpanTime.of(entry.atNanos, entry.durationNanos, entry.resolutionNanos);
  }

  /// The time of a part of an entry of that time.
  static SpanTime time(EntryPart part, SpanTime whole) {
    long resolution = Math.max(whole.resolutionNanos(), part.slackNanos());
    if (whole.start().isEmpty()) {
      return part.durationNanos() == Entry.NONE
          ? SpanTime.instant(whole.atUnixNanos(), resolution)
          : SpanTime.lasting(part.durationNanos(), resolution);
    }
    long start = whole.atUnixNanos() + part.offsetNanos();
    return part.durationNanos() == Entry.NONE
        ? SpanTime.instant(start, Math.max(resolution, whole.durationNanos()))
        : SpanTime.of(start, part.durationNanos(), resolution);
  }
}
