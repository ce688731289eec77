package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.Uncertainty;

/// What a prediction rests on beside what was measured.
public sealed interface Assumption {
  /// Something lies in a range.
  record Ranges(Uncertainty what, Draw.Range range) implements Assumption {}

  /// Two sessions of measuring lie as far apart as a comparison does not call a change.
  record Session() implements Assumption {}

  /// There is one run only: nothing is known of how runs differ.
  record OneRun() implements Assumption {}

  /// Runs were left out, for they hold nothing of the change.
  record LeftOut(int runs) implements Assumption {}

  /// The replay of the unchanged runs is off by that share.
  record Misfit(double share) implements Assumption {}

  /// Earlier predictions of the kind lay outside of their intervals, so that this one's is so many
  /// times as wide.
  record Widened(double factor, int grades) implements Assumption {}

  /// Scripts ran: what they would ask for after the change is not known.
  record Scripts() implements Assumption {}
}
