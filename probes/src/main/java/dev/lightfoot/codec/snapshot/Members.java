package dev.lightfoot.codec.snapshot;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// The known members of one object, as their readers made them.
final class Members {
  /// Longer times, more than a day, are no measurement; sums of them could overflow.
  private static final long MAX_NANOS = 100_000_000_000_000L;

  private static final int MAX_TRIPS = 10_000;

  private final JsonSource source;
  private final String place;
  private final Map<String, Object> found;

  Members(JsonSource source, String place, Map<String, Object> found) {
    this.source = source;
    this.place = place;
    this.found = found;
  }

  String place() {
    return place;
  }

  JsonSource source() {
    return source;
  }

  boolean has(String name) {
    return found.containsKey(name);
  }

  String text(String name) throws SnapshotFormatException {
    return need(name, String.class);
  }

  Optional<String> optionalText(String name) {
    return optional(name, String.class);
  }

  long number(String name) throws SnapshotFormatException {
    return need(name, Long.class);
  }

  long number(String name, long absent) {
    return optional(name, Long.class).orElse(absent);
  }

  /// A time in nanoseconds that must be there.
  long nanos(String name) throws SnapshotFormatException {
    return within(name, number(name));
  }

  /// A time in nanoseconds; 0 where it is absent.
  long nanosOrZero(String name) throws SnapshotFormatException {
    return within(name, number(name, 0));
  }

  OptionalLong optionalNanos(String name) throws SnapshotFormatException {
    return has(name) ? OptionalLong.of(nanos(name)) : OptionalLong.empty();
  }

  OptionalLong optionalNumber(String name) throws SnapshotFormatException {
    return has(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
  }

  int integer(String name) throws SnapshotFormatException {
    long value = number(name);
    if (value != (int) value) {
      throw invalid(name, "a number of 32 bits is expected");
    }
    return (int) value;
  }

  OptionalInt optionalInteger(String name) throws SnapshotFormatException {
    return has(name) ? OptionalInt.of(integer(name)) : OptionalInt.empty();
  }

  OptionalInt trips() throws SnapshotFormatException {
    OptionalInt trips = optionalInteger("trips");
    if (trips.isPresent() && (trips.getAsInt() < 0 || trips.getAsInt() > MAX_TRIPS)) {
      throw invalid("trips", "0 to " + MAX_TRIPS + " round trips are expected");
    }
    return trips;
  }

  boolean flag(String name) {
    return optional(name, Boolean.class).orElse(false);
  }

  <T> T need(String name, Class<T> type) throws SnapshotFormatException {
    Optional<T> value = optional(name, type);
    if (value.isEmpty()) {
      throw JsonSource.invalid(place, "the member " + name + " is missing");
    }
    return value.get();
  }

  <T> Optional<T> optional(String name, Class<T> type) {
    return Optional.ofNullable(found.get(name)).map(type::cast);
  }

  <T> List<T> list(String name, Class<T> type) {
    List<?> elements = found.get(name) instanceof List<?> list ? list : List.of();
    return elements.stream().<T>map(type::cast).toList();
  }

  /// A date or time in ISO 8601.
  <T> T time(String name, Function<String, T> parse) throws SnapshotFormatException {
    String text = text(name);
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw invalid(name, "a date and time with offset is expected, such as 2026-11-23T10:15:00Z");
    }
  }

  SnapshotFormatException invalid(String name, String sentence) {
    return JsonSource.invalid(place + "/" + name, sentence);
  }

  private long within(String name, long nanos) throws SnapshotFormatException {
    if (Math.abs(nanos) > MAX_NANOS) {
      throw invalid(name, "a time of more than a day is no measurement");
    }
    return nanos;
  }
}
