package dev.lightfoot.app.cli.ingest;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.FileReading.Skipped;

/// Says of a file of which nothing was read why, and what helps.
final class NothingRead {
  private static final String NAME_IT =
      " --format says what it is, --log-format the server's own format string.";

  private NothingRead() {}

  static String sentence(FileReading file) {
    return file.name() + ": " + reason(file);
  }

  private static String reason(FileReading file) {
    String warnings = String.join(" ", file.warnings());
    if (file.failure().isPresent()) {
      return file.failure().get();
    }
    if (file.format().isEmpty()) {
      return warnings;
    }
    String help = help(file.format().get());
    if (file.skipped() > 0) {
      Skipped first = file.entries().getFirst();
      String all = "Nothing could be read; " + first.place() + ": " + ended(first.reason());
      return all + (warnings.isEmpty() ? NAME_IT : " " + warnings);
    }
    String none =
        "It is a " + file.format().get().title() + ", but no operation with its time is in it.";
    return none + (warnings.isEmpty() ? "" : " " + warnings) + help;
  }

  private static String help(LogFormat format) {
    return format
        .advice()
        .map(advice -> " What makes the server log them: " + ended(advice))
        .orElse(NAME_IT);
  }

  private static String ended(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
