package dev.lightfoot.app.export;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.compare.CompareJson;
import dev.lightfoot.report.csv.CompareCsv;
import java.util.Optional;
import java.util.function.Supplier;

/// A report with the documents of what it tells.
///
/// @param report its sentences, tables and charts
/// @param json the same for programs
/// @param csv the same for spreadsheets; empty where there is no such thing. Made when it is asked
///   for
public record Told(Report report, String json, Optional<Supplier<String>> csv) {

  /// Without a table for spreadsheets.
  public static Told of(Report report, String json) {
    return new Told(report, json, Optional.empty());
  }

  /// Of a comparison.
  ///
  /// @param comparison the one that the report is of
  public static Told of(Report report, Comparison comparison) {
    return new Told(
        report, CompareJson.of(comparison), Optional.of(() -> CompareCsv.of(comparison)));
  }
}
