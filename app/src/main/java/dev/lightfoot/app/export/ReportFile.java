package dev.lightfoot.app.export;

import dev.lightfoot.codec.report.EmbeddedJson;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.html.HtmlReport;
import dev.lightfoot.report.markdown.MarkdownReport;
import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Writes reports to files, as their extension says.
public final class ReportFile {
  private ReportFile() {}

  /// Why a report cannot be written under that name; empty where it can.
  public static Optional<String> refusal(String name) {
    return ExportFormat.of(name).filter(ExportFormat.OF_REPORTS::contains).isPresent()
        ? Optional.empty()
        : Optional.of(
            "A report can be written as "
                + ExportFormat.listed(ExportFormat.OF_REPORTS)
                + ", not as "
                + name
                + ".");
  }

  /// Writes a report, readable for its owner only.
  ///
  /// @param file one whose name is not refused
  /// @param json the document that the report shows, without secrets
  public static void write(Path file, Report report, byte[] json) throws IOException {
    ExportFormat format = ExportFormat.of(file.toString()).orElseThrow();
    OwnerFiles.write(file, bytes(format, report, json));
  }

  /// The report in that format, one of those for reports.
  public static byte[] bytes(ExportFormat format, Report report, byte[] json) {
    return switch (format) {
      case HTML -> html(report, json).getBytes(StandardCharsets.UTF_8);
      case MARKDOWN -> MarkdownReport.of(report).getBytes(StandardCharsets.UTF_8);
      case JSON -> json;
      case CSV, HAR, SVG, PNG -> throw new IllegalArgumentException("no report: " + format);
    };
  }

  private static String html(Report report, byte[] json) {
    return EmbeddedJson.element(json)
        .map(element -> HtmlReport.of(report, element))
        .orElseGet(() -> HtmlReport.withoutData(report));
  }
}
