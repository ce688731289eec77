package dev.lightfoot.app.cli.compare;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.ComparisonSeries;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.ReadFiles;
import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.export.ReportFile;
import dev.lightfoot.app.export.Told;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.compare.CompareJson;
import dev.lightfoot.report.compare.CompareText;
import dev.lightfoot.report.compare.SeriesText;
import dev.lightfoot.report.redact.Redacted;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.redact.Removal;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares sides with the first of them and prints what was found, without secrets unless the
/// person wants them.
///
/// @param json as JSON instead of text
/// @param unredacted secrets are printed too
/// @param report the file that a report is written to, too
/// @param chart which one of its charts, of a picture; empty for the first
record CompareOutput(
    Console console,
    boolean json,
    boolean unredacted,
    Optional<String> report,
    Optional<String> chart) {
  /// What can be drawn of a comparison.
  private static final Set<String> CHARTS =
      Set.of("parts", "shifts", "order", "overlay", "waterfall-a", "waterfall-b");

  /// Refuses what cannot be done, before anything is measured.
  ///
  /// @param sides what is compared, as it was given
  void check(List<String> sides) throws Refusal {
    if (report.isEmpty()) {
      if (chart.isPresent()) {
        throw new Refusal("--chart says what a picture shows: give --report FILE.svg, too.");
      }
      return;
    }
    if (sides.size() > 2) {
      throw new Refusal("A report is of two sides: leave out --report, or compare two.");
    }
    Optional<String> refusal = ReportFile.refusal(report.get(), ExportFormat.OF_COMPARISONS);
    if (refusal.isPresent()) {
      throw new Refusal(refusal.get());
    }
    if (chart.isPresent()) {
      checkChart(chart.get());
    }
    new ReadFiles(sides).refuse("--report", file());
  }

  private void checkChart(String wanted) throws Refusal {
    if (!ExportFormat.of(report.orElseThrow()).map(ExportFormat::isPicture).orElse(false)) {
      throw new Refusal(
          "--chart says what a picture shows: write the report as .svg or .png, or leave it out.");
    }
    if (!CHARTS.contains(wanted)) {
      throw new Refusal(
          "There is no chart "
              + wanted
              + " of a comparison: give parts, shifts, order or overlay, and of pages waterfall-a"
              + " or waterfall-b.");
    }
  }

  private Path file() throws Refusal {
    String name = report.orElseThrow();
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Refusal(name + " cannot be written: " + e.getMessage(), e);
    }
  }

  /// Each side but the first compared with it.
  List<Comparison> compared(List<Snapshot> sides, CompareChoice choice) {
    List<Snapshot> shown =
        unredacted ? sides : sides.stream().map(each -> Redactor.redact(each).snapshot()).toList();
    return ComparisonSeries.of(shown.getFirst(), shown.subList(1, shown.size()), choice)
        .comparisons();
  }

  /// Prints them.
  void print(List<Comparison> found) {
    if (!json) {
      console
          .out()
          .print(found.size() == 1 ? CompareText.of(found.getFirst()) : SeriesText.of(found));
    } else if (found.size() == 1) {
      console.out().println(CompareJson.of(found.getFirst()));
    } else {
      console
          .out()
          .println(
              found.stream().map(CompareJson::of).collect(Collectors.joining(",\n", "[", "]")));
    }
    console.out().flush();
  }

  /// Writes the report that was asked for.
  ///
  /// @param a with its secrets
  /// @param b with its secrets
  void report(Comparison comparison, Snapshot a, Snapshot b) throws Refusal {
    if (report.isEmpty()) {
      return;
    }
    Redacted first = Redactor.redact(a);
    Redacted second = Redactor.redact(b);
    List<Removal> secrets =
        Stream.concat(first.removed().stream(), second.removed().stream()).toList();
    Report made =
        unredacted
            ? CompareText.report(comparison, a, b).holding(secrets)
            : CompareText.report(comparison, first.snapshot(), second.snapshot()).without(secrets);
    try {
      ReportFile.write(file(), Told.of(made, comparison), chart);
    } catch (IOException e) {
      throw new Refusal(report.get() + " cannot be written: " + e.getMessage(), e);
    }
    console.tell("Report written to " + report.get() + ".");
  }
}
