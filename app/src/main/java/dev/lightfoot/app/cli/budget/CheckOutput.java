package dev.lightfoot.app.cli.budget;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.ReadFiles;
import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.export.ReportFile;
import dev.lightfoot.app.export.Told;
import dev.lightfoot.probe.LightfootVersion;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.budget.BudgetText;
import dev.lightfoot.report.budget.CheckedBudget;
import dev.lightfoot.report.budget.JunitXml;
import dev.lightfoot.report.budget.MarkdownSummary;
import dev.lightfoot.report.budget.Sarif;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the result of a check goes.
final class CheckOutput {
  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write it as JUnit XML too, a test case for each limit.")
  private @Nullable Path junit;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write it as Markdown too, for a pull request or a job's summary.")
  private @Nullable Path markdown;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write it as SARIF 2.1.0 too, each limit at its line of the budget.")
  private @Nullable Path sarif;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write it as a report too: .html, .md or .json.")
  private @Nullable Path report;

  /// Refuses, before anything is measured, what could not be written after, or only over a file
  /// that is read.
  void refuseUnfit(ReadFiles read) throws Refusal {
    Optional<String> why =
        report == null
            ? Optional.empty()
            : ReportFile.refusal(report.toString(), ExportFormat.OF_TEXTS);
    if (why.isPresent()) {
      throw new Refusal(why.get());
    }
    refuse(read, "--junit", junit);
    refuse(read, "--markdown", markdown);
    refuse(read, "--sarif", sarif);
    refuse(read, "--report", report);
  }

  private static void refuse(ReadFiles read, String option, @Nullable Path file) throws Refusal {
    if (file != null) {
      read.refuse(option, file);
    }
  }

  /// Prints it and writes the files that were asked for.
  ///
  /// @param snapshot the id of what was checked
  void write(CheckedBudget budget, String snapshot, Console console) throws Refusal {
    String document = CheckJson.of(budget, snapshot) + "\n";
    console.out().print(json ? document : BudgetText.of(budget));
    console.out().flush();
    file(junit, JunitXml.of(budget));
    file(markdown, MarkdownSummary.of(budget));
    file(sarif, Sarif.of(budget, LightfootVersion.current()));
    if (report != null) {
      report(report, BudgetText.report(budget), document);
    }
  }

  private static void report(Path path, Report report, String document) throws Refusal {
    try {
      ReportFile.write(path, Told.of(report, document));
    } catch (IOException e) {
      throw new Refusal(path + " cannot be written: " + e.getMessage(), e);
    }
  }

  /// A report for others to read, so that it has the rights that files usually have.
  private static void file(@Nullable Path path, String text) throws Refusal {
    if (path == null) {
      return;
    }
    try {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refusal(path + " cannot be written: " + e.getMessage(), e);
    }
  }
}
