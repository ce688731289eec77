package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Run;
import dev.lightfoot.report.words.Numbers;

/// Says of a run how much of its time this computer was busy.
public final class BusyWords {
  private BusyWords() {}

  /// One sentence.
  public static String of(Run run) {
    return say(
        "busy.run", Numbers.duration(run.busyNanos()), Numbers.duration(run.durationNanos()));
  }
}
