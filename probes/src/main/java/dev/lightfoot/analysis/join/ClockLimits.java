package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.model.span.Span;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// Which offsets of a clock may be believed without an id: what the same clock has shown, or else
/// what a machine's clock can be off unnoticed. What stands in a log cannot have been written later
/// than it was read, so stamps of the future show a clock that is ahead.
final class ClockLimits {
  /// Clocks that are kept by NTP are right to some milliseconds; this is already much. An entry
  /// that needs more is likelier to be of another request.
  static final long MOST_NANOS = 2_000_000_000;

  private final Pool pool;
  private final Written written;

  ClockLimits(Pool pool, Written written) {
    this.pool = pool;
    this.written = written;
  }

  /// @param offsets empty (low above high) where none may be believed
  /// @param known whether something shows the clock's offset
  record Limit(Interval offsets, boolean known) {
    private static final Limit NONE = new Limit(new Interval(1, 0), false);

    /// How many offsets of that precision could have been found, of those that are at least as
    /// near.
    double choices(Interval found, double precisionNanos) {
      double width =
          known
              ? offsets.high() - (double) offsets.low()
              : 2.0 * Math.max(0, Math.max(found.low(), -found.high()));
      return 1 + width / Math.max(1, precisionNanos);
    }
  }

  /// @param entries all that were stamped by it
  Limit of(String clock, Collection<Span> entries) {
    Optional<ClockBound> shown = pool.bound(clock);
    if (shown.isPresent()) {
      ClockBound bound = shown.get();
      return bound.contradicts()
          ? Limit.NONE
          : new Limit(new Interval(bound.lowNanos(), bound.highNanos()), true);
    }
    OptionalLong ahead = ahead(entries);
    if (ahead.isPresent() && ahead.getAsLong() > MOST_NANOS) {
      long low = ahead.getAsLong();
      return written.fromUnixNanos() == Written.UNKNOWN
          ? Limit.NONE
          : new Limit(
              new Interval(low, low + written.toUnixNanos() - written.fromUnixNanos()), true);
    }
    long low = Math.max(-MOST_NANOS, ahead.orElse(-MOST_NANOS));
    return new Limit(new Interval(low, MOST_NANOS), false);
  }

  /// Of a database that writes each entry at once: what it has written since the runs began and
  /// stamps with an earlier time shows that its clock is behind. An access log may hold entries
  /// back for a minute, and shows nothing by that.
  Limit ofPrompt(String clock, Collection<Span> entries) {
    Limit limit = of(clock, entries);
    if (limit.known() || written.fromUnixNanos() == Written.UNKNOWN || entries.isEmpty()) {
      return limit;
    }
    long first = ends(entries).min().orElse(written.fromUnixNanos());
    long latest = first - written.fromUnixNanos() + MOST_NANOS;
    long earliest = ahead(entries).orElse(latest);
    // entries of a longer time than that are not all of it
    return latest >= -MOST_NANOS || earliest > latest
        ? limit
        : new Limit(new Interval(earliest, latest), true);
  }

  /// By how much the clock is ahead at least.
  private OptionalLong ahead(Collection<Span> entries) {
    if (written.toUnixNanos() == Written.UNKNOWN) {
      return OptionalLong.empty();
    }
    return ends(entries).map(end -> end - written.toUnixNanos()).max();
  }

  private static LongStream ends(Collection<Span> entries) {
    return entries.stream()
        .filter(Entry::isPlaced)
        .mapToLong(span -> Entry.end(span) - span.time().resolutionNanos());
  }
}
