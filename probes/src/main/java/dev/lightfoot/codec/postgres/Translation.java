package dev.lightfoot.codec.postgres;

import java.util.Optional;
import java.util.regex.Pattern;

/// Messages that the server translated (`lc_messages`): not read, since their words say what a
/// number is, and there are some twenty languages of them.
final class Translation {
  static final String SENTENCE =
      " messages are not in English and were not read: set lc_messages = 'C' in postgresql.conf,"
          + " and new ones will be.";

  /// `Dauer: 12.345 ms Anweisung: SELECT 1`
  private static final Pattern DURATION =
      Pattern.compile(
          "[\\p{L}][\\p{L} ]{1,40} ?[:：] ?\\d{1,12}[.,]\\d{1,6} [\\p{L}]{1,10}(?!\\p{L}).*",
          Pattern.DOTALL);

  /// `FEHLER: `, `СООБЩЕНИЕ: `.
  private static final Pattern SEVERITY =
      Pattern.compile(".{1,1000}?(?<![\\p{L}])[\\p{Lu}\\p{Lo}][\\p{Lu}\\p{Lo} ]{1,30}:  .*");

  private Translation() {}

  /// Whether a message without any English word for it tells a duration.
  static boolean isDuration(String message) {
    return !message.startsWith("duration: ") && DURATION.matcher(message).matches();
  }

  /// Whether a line has a time and a severity in another language.
  static boolean isLine(String line) {
    return line.contains(":  ") && isStamped(line) && SEVERITY.matcher(line).matches();
  }

  private static boolean isStamped(String line) {
    try {
      return LogTime.find(line, Optional.empty()).isPresent();
    } catch (LogTime.UnknownZone e) {
      return true;
    }
  }
}
