package dev.lightfoot.app.cli;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.JoinedLogs;
import dev.lightfoot.intake.LogJoin;
import dev.lightfoot.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Says what became of logs that were joined with a measurement.
final class LogWords {
  private LogWords() {}

  /// What is ambiguous, was left out or was not found.
  static List<String> remarks(JoinedLogs logs, LogJoin asked) {
    List<String> remarks = new ArrayList<>();
    if (logs.left() > 0) {
      remarks.add(
          "The logs hold more than %s entries: %s were left out."
              .formatted(Numbers.count(LogJoin.MOST_SPANS), Numbers.count(logs.left())));
    }
    remarks.addAll(logs.joined().remarks());
    if (!logs.notFound().isEmpty()) {
      remarks.add(
          "%s s after the runs %s of run %s; --patience waits longer."
              .formatted(
                  Numbers.plain(Numbers.count(asked.patience().toSeconds())),
                  asked.receives() ? "no program had sent anything" : "the logs contained nothing",
                  logs.notFound().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return remarks;
  }

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
