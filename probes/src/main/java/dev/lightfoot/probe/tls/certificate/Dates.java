package dev.lightfoot.probe.tls.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How dates and spans of certificates are written in sentences.
final class Dates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Dates() {}

  static String day(Instant instant) {
    return DAY.format(instant);
  }

  /// In the largest unit of which there are at least two.
  static String rough(Duration span) {
    if (span.toDays() >= 2) {
      return span.toDays() + " days";
    }
    return span.toHours() >= 2 ? span.toHours() + " hours" : span.toMinutes() + " min";
  }
}
