package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.report.layout.compare.StripRow;

/// What the strips of a comparison say.
public interface StripLabels {
  /// What a row is of.
  String name(StripRow row);

  /// More about it, below its name; may be empty.
  String note(StripRow row);

  /// The middle of side A, without a unit.
  String before(StripRow row);

  /// The middle of side B.
  String after(StripRow row);

  /// The shift, without a unit.
  String shift(StripRow row);

  /// The verdict, with its mark.
  String verdict(StripRow row);

  /// The interval of the shift; empty where the verdict shows no change.
  String interval(StripRow row);

  String delta(StripRow row);

  /// A row as one sentence: the same for the eye and the ear.
  String spoken(StripRow row);

  /// One run of it as a sentence.
  ///
  /// @param second whether it is of side B
  String spoken(StripRow row, boolean second, RunValue run);
}
