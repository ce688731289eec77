package dev.lightfoot.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a measurement can be written as; the extension of a file says it.
public enum ExportFormat {
  HTML("html"),
  MARKDOWN("md"),
  CSV("csv"),
  JSON("json"),
  HAR("har"),
  SVG("svg"),
  PNG("png");

  /// What a comparison can be written as.
  public static final List<ExportFormat> OF_COMPARISONS =
      List.of(HTML, MARKDOWN, CSV, JSON, SVG, PNG);

  /// What a chart alone can be written as.
  public static final List<ExportFormat> OF_CHARTS = List.of(SVG, PNG);

  /// What a report without charts can be written as.
  public static final List<ExportFormat> OF_TEXTS = List.of(HTML, MARKDOWN, JSON);

  private final String extension;

  ExportFormat(String extension) {
    this.extension = extension;
  }

  /// Whether it is a picture of one chart.
  public boolean isPicture() {
    return this == SVG || this == PNG;
  }

  /// Without the dot.
  public String extension() {
    return extension;
  }

  /// By the extension of a file's name, or by an extension alone.
  public static Optional<ExportFormat> of(String name) {
    String wanted = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.extension.equals(wanted)).findFirst();
  }

  /// Such as `.html, .md and .json`.
  public static String listed(List<ExportFormat> formats) {
    List<String> names = formats.stream().map(each -> "." + each.extension).toList();
    String last = names.getLast();
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
  }
}
