package dev.lightfoot.codec.semconv;

import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.model.span.SpanTime;
import org.jspecify.annotations.Nullable;

/// When a span was, by the start and end that its source gives; what contradicts itself is kept as
/// far as it can be true.
public final class SpanClock {
  /// Which times of ours mean something, where not both do: `instant` or `duration`.
  public static final String KNOWN = "lightfoot.time";

  /// The step of the source's clock in nanoseconds, where the start does not show it.
  public static final String RESOLUTION = "lightfoot.resolution";

  private static final long SECOND = 1_000_000_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long MICROSECOND = 1_000;

  private long start;
  private long end;
  private long finest = 1;
  private boolean open;

  void clear() {
    start = 0;
    end = 0;
    finest = 1;
    open = false;
  }

  /// When it began.
  ///
  /// @param unixNanos 0 where unknown
  public void start(long unixNanos) {
    start = unixNanos;
  }

  /// When it ended.
  ///
  /// @param unixNanos 0 where unknown
  public void end(long unixNanos) {
    end = unixNanos;
  }

  /// The step in which the format counts.
  public void finest(long nanos) {
    finest = nanos;
  }

  /// Notes that the format gives no duration where it does not know one.
  public void withoutDuration() {
    open = true;
  }

  /// The step that a start shows: clocks that count in milliseconds (browsers, Node) write
  /// nanoseconds all the same.
  public static long resolution(long start, long end) {
    if (start % MICROSECOND != 0) {
      return 1;
    }
    if (start % MILLISECOND != 0) {
      return MICROSECOND;
    }
    return start % SECOND == 0 && end % SECOND == 0 ? SECOND : MILLISECOND;
  }

  SpanTime time(AttributeList attributes, Notes notes) throws UnreadableSpanException {
    String known = attributes.take(KNOWN);
    long resolution = resolution(attributes.take(RESOLUTION));
    if ("duration".equals(known) && end >= start) {
      return SpanTime.lasting(end - start, resolution);
    }
    if (start == 0 && end == 0) {
      throw new UnreadableSpanException("It says neither when it began nor when it ended.");
    }
    if ("instant".equals(known)) {
      return SpanTime.instant(start, resolution);
    }
    if (end >= start && start != 0 && !open) {
      return SpanTime.of(start, end - start, resolution);
    }
    notes.count(
        open
            ? Note.NO_DURATION
            : start == 0 ? Note.STARTLESS : end == 0 ? Note.OPEN : Note.BACKWARDS);
    return SpanTime.instant(start == 0 ? end : start, resolution);
  }

  private long resolution(@Nullable String given) {
    try {
      return given == null ? Math.max(finest, resolution(start, end)) : Long.parseLong(given);
    } catch (NumberFormatException e) {
      return finest;
    }
  }
}
