package dev.lightfoot.report.whatif;

import static dev.lightfoot.report.whatif.WhatIfWords.say;

import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a prediction did, in a line, without the secrets of what it names.
public final class GradeLine {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private GradeLine() {}

  /// The line.
  ///
  /// @param prediction one that is graded
  /// @param takenAt when the snapshot was taken from which it was made
  public static String of(Prediction prediction, OffsetDateTime takenAt) {
    Grade grade = prediction.grade().orElseThrow();
    Outcome after = prediction.after();
    return say(
        "grade.line",
        WHEN.format(takenAt),
        String.join(" + ", Redactor.redact(prediction).changes()),
        Numbers.duration(after.nanos()),
        Numbers.duration(after.lowNanos()),
        Numbers.duration(after.highNanos()),
        Numbers.duration(grade.measuredNanos()),
        say(grade.inside() ? "inside" : "outside"));
  }

  /// That nothing could be graded.
  public static String failed() {
    return say("grade.failed");
  }
}
