package dev.lightfoot.codec.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date and time as writers of captures put it: ISO 8601 with or without an offset, with a space
/// for the T, with a leap second, or milliseconds since 1970.
///
/// @param at the instant, with the offset that was written; UTC where none was
/// @param fault what had to be done to read it; empty where it is as the standard says
public record CaptureTime(OffsetDateTime at, Optional<Fault> fault) {
  /// What was unusual.
  public enum Fault {
    /// A number instead of a date.
    EPOCH,
    /// No offset: taken as UTC.
    NO_ZONE,
    /// A second 60, which few clocks know: taken as the one after 59.
    LEAP_SECOND
  }

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;
  private static final int LONGEST = 64;
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double LAST_MILLIS = 253_402_300_799_000.0;
  private static final Pattern LEAP = Pattern.compile("(T\\d\\d:?\\d\\d:?)60(?=\\D|$)");
  private static final Pattern NUMBER = Pattern.compile("\\d{9,16}(\\.\\d{1,9})?");

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu-MM-dd'T'HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendOptional(offset("+HH:MM:ss"))
          .appendOptional(offset("+HHMMss"))
          .appendOptional(offset("+HHmm"))
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.ROOT);

  private static DateTimeFormatter offset(String pattern) {
    return new DateTimeFormatterBuilder().appendOffset(pattern, "Z").toFormatter(Locale.ROOT);
  }

  /// The time in that text; empty where there is none between 1970 and 9999.
  public static Optional<CaptureTime> of(String written) {
    String text = written.strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (NUMBER.matcher(text).matches()) {
      return ofMillis(Double.parseDouble(text));
    }
    String plain =
        text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    var leap = LEAP.matcher(plain);
    if (leap.find()) {
      return parsed(leap.replaceFirst("$159"))
          .map(time -> new CaptureTime(time.at.plusSeconds(1), Optional.of(Fault.LEAP_SECOND)));
    }
    return parsed(plain);
  }

  private static Optional<CaptureTime> ofMillis(double millis) {
    if (millis > LAST_MILLIS) {
      return Optional.empty();
    }
    long seconds = (long) (millis / MILLIS_PER_SECOND);
    long micros = Math.round((millis - seconds * MILLIS_PER_SECOND) * MICROS_PER_MILLI);
    OffsetDateTime at = Instant.ofEpochSecond(seconds, micros * 1_000).atOffset(ZoneOffset.UTC);
    return Optional.of(new CaptureTime(at, Optional.of(Fault.EPOCH)));
  }

  private static Optional<CaptureTime> parsed(String text) {
    try {
      TemporalAccessor parts = FORMAT.parse(text);
      ZoneOffset offset = parts.query(TemporalQueries.offset());
      var local = LocalDateTime.from(parts);
      boolean usual = local.getYear() >= FIRST_YEAR && local.getYear() <= LAST_YEAR;
      return usual
          ? Optional.of(
              new CaptureTime(
                  local.atOffset(offset == null ? ZoneOffset.UTC : offset),
                  offset == null ? Optional.of(Fault.NO_ZONE) : Optional.empty()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
