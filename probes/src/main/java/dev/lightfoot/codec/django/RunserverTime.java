package dev.lightfoot.codec.django;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// The time of `django.server`: `[23/Nov/2026 15:28:04]`, local.
final class RunserverTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy HH:mm:ss", Locale.ENGLISH);
  private static final int LENGTH = "23/Nov/2026 15:28:04".length();

  private RunserverTime() {}

  static Optional<LocalDateTime> find(String line) {
    int start = line.indexOf('[') + 1;
    if (start == 0 || !line.startsWith("]", start + LENGTH)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(line.substring(start, start + LENGTH), FORM));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
