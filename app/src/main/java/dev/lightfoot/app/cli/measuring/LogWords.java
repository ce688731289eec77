package dev.lightfoot.app.cli.measuring;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.report.words.Numbers;

/// Says what became of logs that were joined with a measurement.
final class LogWords {
  private LogWords() {}

  /// What was read of one log.
  static String source(FileReading reading) {
    StringBuilder text = new StringBuilder(reading.name()).append(": ");
    text.append(reading.format().map(LogFormat::title).orElse("not recognised"));
    text.append(", ").append(Numbers.count(reading.read())).append(" read");
    if (reading.repeated() > 0) {
      text.append(", ").append(Numbers.count(reading.repeated())).append(" of them read before");
    }
    if (reading.skipped() > 0) {
      text.append(", ").append(Numbers.count(reading.skipped())).append(" could not be read");
      reading
          .entries()
          .forEach(
              entry -> text.append("; ").append(entry.place()).append(": ").append(entry.reason()));
    }
    reading.failure().ifPresent(failure -> append(text, failure));
    reading.warnings().forEach(warning -> append(text, warning));
    return text.toString();
  }

  /// As a sentence of its own.
  private static void append(StringBuilder text, String sentence) {
    text.append(text.charAt(text.length() - 1) == '.' ? " " : ". ").append(sentence);
  }
}
