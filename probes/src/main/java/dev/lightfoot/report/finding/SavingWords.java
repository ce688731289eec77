package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.report.words.Numbers;

/// What a change is expected to save. A prediction is shown to the whole millisecond, small ones to
/// a tenth.
public final class SavingWords {
  private static final long WHOLE_FROM = 9_950_000;

  private SavingWords() {}

  /// Such as `49 trips, 60 to 110 ms, most likely 98 ms`.
  public static String of(Saving saving) {
    if (saving.highNanos() == 0) {
      return saving.trips() == 0 ? say("finding.saves.nothing") : trips(saving);
    }
    return saving.trips() == 0
        ? time(saving)
        : say("finding.saves.both", trips(saving), time(saving));
  }

  /// The same with where it comes from: `49 trips, … (replayed with the change made)`.
  public static String sourced(Saving saving) {
    return say("finding.saves.from." + saving.from().label(), of(saving));
  }

  /// Such as `49 trips`.
  public static String trips(Saving saving) {
    return count("finding.trips", saving.trips());
  }

  /// Such as `60 to 110 ms, most likely 98 ms`; `98 ms` where nothing is open.
  public static String time(Saving saving) {
    String low = millis(saving.lowNanos(), saving);
    String likely = millis(saving.nanos(), saving);
    String high = millis(saving.highNanos(), saving);
    return low.equals(high)
        ? say("finding.millis", likely)
        : say("finding.saves.time", low, high, likely);
  }

  /// What is most likely, without its unit: `98`.
  public static String likely(Saving saving) {
    return millis(saving.nanos(), saving);
  }

  /// Between which it lies, without the unit: `60–110`.
  public static String range(Saving saving) {
    String low = millis(saving.lowNanos(), saving);
    String high = millis(saving.highNanos(), saving);
    return low.equals(high) ? low : say("finding.saves.range", low, high);
  }

  /// All three numbers of a saving have the digits that the largest one deserves.
  private static String millis(long nanos, Saving saving) {
    return saving.highNanos() < WHOLE_FROM
        ? Numbers.millis(nanos)
        : Numbers.count(Math.floorDiv(nanos + 500_000, 1_000_000));
  }
}
