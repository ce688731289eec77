package dev.lightfoot.app.export;

import dev.lightfoot.codec.report.EmbeddedJson;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.chart.ChartDrawings;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.html.HtmlReport;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.markdown.MarkdownReport;
import dev.lightfoot.report.svg.SvgWriter;
import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes reports to files, as their extension says.
public final class ReportFile {
  private ReportFile() {}

  /// Why a report cannot be written under that name; empty where it can.
  ///
  /// @param formats that it can be written as
  public static Optional<String> refusal(String name, List<ExportFormat> formats) {
    return ExportFormat.of(name).filter(formats::contains).isPresent()
        ? Optional.empty()
        : Optional.of(
            "A report can be written as "
                + ExportFormat.listed(formats)
                + ", not as "
                + name
                + ".");
  }

  /// Writes a report, readable for its owner only.
  ///
  /// @param file one whose name is not refused
  /// @param told what it says, without secrets unless the person wants them
  public static void write(Path file, Told told) throws IOException {
    write(file, told, Optional.empty());
  }

  /// The same, a picture of that chart; of the first where none is named.
  public static void write(Path file, Told told, Optional<String> chart) throws IOException {
    ExportFormat format = ExportFormat.of(file.toString()).orElseThrow();
    OwnerFiles.write(file, bytes(format, told, chart));
  }

  /// The report in that format, one of those for reports.
  ///
  /// @param chart which one of its charts, of a picture; empty for the first
  /// @throws IOException a sentence for people, where it has no such chart
  public static byte[] bytes(ExportFormat format, Told told, Optional<String> chart)
      throws IOException {
    Report report = told.report();
    return switch (format) {
      case HTML -> html(report, told.json()).getBytes(StandardCharsets.UTF_8);
      case MARKDOWN -> MarkdownReport.of(report).getBytes(StandardCharsets.UTF_8);
      case JSON -> told.json().getBytes(StandardCharsets.UTF_8);
      case SVG -> SvgWriter.file(drawing(report, chart)).getBytes(StandardCharsets.UTF_8);
      case PNG -> PngPicture.of(drawing(report, chart));
      case CSV -> told.csv().orElseThrow().get().getBytes(StandardCharsets.UTF_8);
      case HAR -> throw new IllegalArgumentException("no report: " + format);
    };
  }

  /// Writes a picture of that chart, readable for its owner only.
  ///
  /// @param file one whose name says that it is a picture
  public static void write(Path file, Chart chart) throws IOException {
    Drawing drawing = ChartDrawings.of(chart);
    boolean svg = ExportFormat.of(file.toString()).orElseThrow() == ExportFormat.SVG;
    OwnerFiles.write(
        file,
        svg ? SvgWriter.file(drawing).getBytes(StandardCharsets.UTF_8) : PngPicture.of(drawing));
  }

  private static Drawing drawing(Report report, Optional<String> chart) throws IOException {
    return report.charts().stream()
        .map(Report.Titled::chart)
        .filter(each -> chart.isEmpty() || each.label().equals(chart.get()))
        .findFirst()
        .map(ChartDrawings::of)
        .orElseThrow(() -> new IOException(missing(report, chart)));
  }

  private static String missing(Report report, Optional<String> chart) {
    List<String> labels = report.charts().stream().map(each -> each.chart().label()).toList();
    return labels.isEmpty()
        ? "there is nothing in it that could be drawn"
        : "there is no chart " + chart.orElse("") + "; it has " + String.join(", ", labels);
  }

  private static String html(Report report, String json) {
    return EmbeddedJson.element(json.getBytes(StandardCharsets.UTF_8))
        .map(element -> HtmlReport.of(report, element))
        .orElseGet(() -> HtmlReport.withoutData(report));
  }
}
