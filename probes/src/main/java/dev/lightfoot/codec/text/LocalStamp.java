package dev.lightfoot.codec.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/// A timestamp such as `2026-11-23 09:28:04,519` or `2026-11-23T09:28:04.519123Z`, found in a text.
///
/// @param local date and time as written
/// @param offset from UTC, where it is written
/// @param resolutionNanos the step in which it counts
/// @param start where in the text it begins
/// @param end where it ends
public record LocalStamp(
    LocalDateTime local, Optional<ZoneOffset> offset, long resolutionNanos, int start, int end) {
  private static final long SECOND = 1_000_000_000;
  private static final String SHAPE = "dddd-dd-dd?dd:dd:dd";
  private static final int DIGITS = 9;

  /// The first in a text; empty where there is none.
  public static Optional<LocalStamp> find(String text) {
    for (int at = 0; at + SHAPE.length() <= text.length(); at++) {
      if (shaped(text, at) && (at == 0 || !digit(text, at - 1))) {
        return of(text, at);
      }
    }
    return Optional.empty();
  }

  private static boolean shaped(String text, int at) {
    for (int i = 0; i < SHAPE.length(); i++) {
      char wanted = SHAPE.charAt(i);
      char c = text.charAt(at + i);
      boolean fits =
          switch (wanted) {
            case 'd' -> digit(text, at + i);
            case '?' -> c == ' ' || c == 'T';
            default -> c == wanted;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Optional<LocalStamp> of(String text, int at) {
    int end = at + SHAPE.length();
    long nanos = 0;
    long step = SECOND;
    if (end < text.length() && ".,".indexOf(text.charAt(end)) >= 0 && digit(text, end + 1)) {
      end++;
      for (int i = 0; i < DIGITS && digit(text, end); i++, end++) {
        step /= 10;
        nanos += (text.charAt(end) - '0') * step;
      }
    }
    try {
      LocalDateTime local =
          LocalDateTime.parse(text.substring(at, at + SHAPE.length()).replace(' ', 'T'))
              .plusNanos(nanos);
      String zone = zone(text, end);
      Optional<ZoneOffset> offset =
          zone.isEmpty() ? Optional.empty() : Optional.of(ZoneOffset.of(zone.strip()));
      return Optional.of(new LocalStamp(local, offset, step, at, end + zone.length()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// `Z`, `+01:00`, `+0100` with or without a space before; `UTC` is left to the caller.
  private static String zone(String text, int from) {
    if (text.startsWith("Z", from)) {
      return "Z";
    }
    int at = from + (text.startsWith(" ", from) ? 1 : 0);
    boolean signed = at < text.length() && "+-".indexOf(text.charAt(at)) >= 0;
    if (!signed || !digit(text, at + 1) || !digit(text, at + 2)) {
      return "";
    }
    int minutes = at + 3 + (text.startsWith(":", at + 3) ? 1 : 0);
    return digit(text, minutes) && digit(text, minutes + 1)
        ? text.substring(from, minutes + 2)
        : "";
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// Nanoseconds since 1970; empty where neither the text nor a person says the zone.
  public OptionalLong unixNanos(Optional<ZoneId> said) {
    Optional<ZoneId> zone = offset.<ZoneId>map(known -> known).or(() -> said);
    return zone.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(nanos(local.atZone(zone.get()).toInstant()));
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * SECOND + instant.getNano();
  }
}
