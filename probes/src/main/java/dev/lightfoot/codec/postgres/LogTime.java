package dev.lightfoot.codec.postgres;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A timestamp as PostgreSQL writes it: `2026-11-23 15:28:04.544 UTC`, with or without
/// milliseconds, the zone as an abbreviation or an offset, or seconds since 1970 (`%n`).
///
/// @param unixNanos since 1970
/// @param resolutionNanos its step
/// @param start where in the text it begins
/// @param end where it ends
record LogTime(long unixNanos, long resolutionNanos, int start, int end) {
  private static final long SECOND = 1_000_000_000;
  private static final long MILLI = 1_000_000;
  private static final int SHAPE = 19;
  private static final int EPOCH_DIGITS = 10;
  private static final int EPOCH = 14;

  /// Abbreviations of the time zone database that mean one offset only, in quarters of an hour.
  private static final Map<String, Integer> QUARTERS =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("Z", 0),
          Map.entry("WET", 0),
          Map.entry("WEST", 4),
          Map.entry("CET", 4),
          Map.entry("CEST", 8),
          Map.entry("MET", 4),
          Map.entry("MEST", 8),
          Map.entry("EET", 8),
          Map.entry("EEST", 12),
          Map.entry("MSK", 12),
          Map.entry("SAST", 8),
          Map.entry("WIB", 28),
          Map.entry("HKT", 32),
          Map.entry("JST", 36),
          Map.entry("KST", 36),
          Map.entry("ACST", 38),
          Map.entry("ACDT", 42),
          Map.entry("AWST", 32),
          Map.entry("AEST", 40),
          Map.entry("AEDT", 44),
          Map.entry("NZST", 48),
          Map.entry("NZDT", 52),
          Map.entry("EST", -20),
          Map.entry("EDT", -16),
          Map.entry("CDT", -20),
          Map.entry("MST", -28),
          Map.entry("MDT", -24),
          Map.entry("PST", -32),
          Map.entry("PDT", -28),
          Map.entry("HST", -40),
          Map.entry("AKST", -36),
          Map.entry("AKDT", -32));

  private static final int SECONDS_PER_QUARTER = 900;
  private static final int MOST_QUARTERS = 14 * 4;

  /// Why a timestamp cannot be placed.
  static final class UnknownZone extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnknownZone(String zone) {
      reason = "the time zone " + zone + " is unknown; give the server's (--zone Europe/Berlin)";
    }

    /// One sentence for people.
    String reason() {
      return reason;
    }
  }

  /// The first timestamp in a text.
  ///
  /// @param said the zone to take where the text names none, or an ambiguous one
  static Optional<LogTime> find(String text, Optional<ZoneId> said) throws UnknownZone {
    return find(text, said, OptionalLong.empty());
  }

  /// The same for a line whose collector noted when it came, by a clock of a known zone: where
  /// nothing else says the zone, it is the one in which both times agree to a quarter of an hour.
  static Optional<LogTime> find(String text, Optional<ZoneId> said, OptionalLong collectedNanos)
      throws UnknownZone {
    for (int i = 0; i < text.length(); i++) {
      boolean begins = digit(text, i) && (i == 0 || !digit(text, i - 1));
      if (begins && dateAt(text, i)) {
        return local(text, i, said, collectedNanos);
      }
      if (begins && epochAt(text, i)) {
        long seconds = Long.parseLong(text, i, i + EPOCH_DIGITS, 10);
        long millis = Long.parseLong(text, i + EPOCH_DIGITS + 1, i + EPOCH, 10);
        return Optional.of(new LogTime(seconds * SECOND + millis * MILLI, MILLI, i, i + EPOCH));
      }
    }
    return Optional.empty();
  }

  /// Whether a date with a time begins there.
  static boolean dateAt(String text, int at) {
    String shape = "dddd-dd-dd dd:dd:dd";
    if (text.length() < at + SHAPE) {
      return false;
    }
    for (int i = 0; i < SHAPE; i++) {
      char wanted = shape.charAt(i);
      if (wanted == 'd' ? !digit(text, at + i) : text.charAt(at + i) != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean epochAt(String text, int at) {
    for (int i = 0; i < EPOCH; i++) {
      boolean dot = i == EPOCH_DIGITS;
      if (at + i >= text.length() || (dot ? text.charAt(at + i) != '.' : !digit(text, at + i))) {
        return false;
      }
    }
    return !digit(text, at + EPOCH);
  }

  private static Optional<LogTime> local(
      String text, int at, Optional<ZoneId> said, OptionalLong collectedNanos) throws UnknownZone {
    int end = at + SHAPE;
    boolean dot = text.startsWith(".", end) && digit(text, end + 1);
    boolean millis = dot && digit(text, end + 2) && digit(text, end + 3);
    int fraction = millis ? Integer.parseInt(text, end + 1, end + 4, 10) : 0;
    end += millis ? 4 : 0;
    int zoneStart = end + (end < text.length() && text.charAt(end) == ' ' ? 1 : 0);
    int zoneEnd = zoneEnd(text, zoneStart);
    String zone = text.substring(zoneStart, zoneEnd);
    try {
      LocalDateTime time = LocalDateTime.parse(text.substring(at, at + SHAPE).replace(' ', 'T'));
      Optional<ZoneId> assumed = said.or(() -> agreeing(time, collectedNanos));
      long seconds = time.atZone(zone(zone, assumed)).toEpochSecond();
      return Optional.of(
          new LogTime(seconds * SECOND + fraction * MILLI, millis ? MILLI : SECOND, at, zoneEnd));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> agreeing(LocalDateTime time, OptionalLong collectedNanos) {
    if (collectedNanos.isEmpty()) {
      return Optional.empty();
    }
    long ahead = time.toEpochSecond(ZoneOffset.UTC) - collectedNanos.getAsLong() / SECOND;
    long quarters = Math.round(ahead / (double) SECONDS_PER_QUARTER);
    return Math.abs(quarters) <= MOST_QUARTERS
        ? Optional.of(ZoneOffset.ofTotalSeconds((int) quarters * SECONDS_PER_QUARTER))
        : Optional.empty();
  }

  /// The end of letters, or of an offset such as `+01`, `+0330` or `+03:30`.
  private static int zoneEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      at++;
    }
    boolean signed = at == start && at < text.length() && "+-".indexOf(text.charAt(at)) >= 0;
    if (!signed) {
      return at;
    }
    at++;
    while (digit(text, at)) {
      at++;
    }
    boolean minutes = text.startsWith(":", at) && digit(text, at + 1) && digit(text, at + 2);
    boolean more = at + 3 < text.length() && (digit(text, at + 3) || text.charAt(at + 3) == '.');
    return minutes && !more ? at + 3 : at;
  }

  private static ZoneId zone(String name, Optional<ZoneId> said) throws UnknownZone {
    Integer quarters = QUARTERS.get(name);
    if (quarters != null) {
      return ZoneOffset.ofTotalSeconds(quarters * SECONDS_PER_QUARTER);
    }
    if (name.startsWith("+") || name.startsWith("-")) {
      return ZoneOffset.of(name);
    }
    return said.orElseThrow(() -> new UnknownZone(name.isEmpty() ? "(none)" : name));
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
