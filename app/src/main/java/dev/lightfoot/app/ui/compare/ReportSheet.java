package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.ChartChoices;
import dev.lightfoot.app.ui.control.Choices;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Asks as what a comparison is handed on, and of a picture which chart it shows.
final class ReportSheet {
  private final Choices<ExportFormat> formats = new Choices<>();
  private final ChartChoices charts;

  private ReportSheet(List<String> labels) {
    charts = new ChartChoices(labels);
    formats.onChange(
        () -> charts.show(formats.chosen().stream().anyMatch(ExportFormat::isPicture)));
    for (ExportFormat each : ExportFormat.OF_COMPARISONS) {
      String key = "export.as." + each.extension();
      formats.with("compare-" + key.replace('.', '-'), Words.text(key), each);
    }
  }

  /// Opens it.
  ///
  /// @param labels of the charts that there are
  /// @param chosen hears of the format, and of the chart where it is a picture
  static void open(
      Sheets sheets, List<String> labels, BiConsumer<ExportFormat, Optional<String>> chosen) {
    ReportSheet sheet = new ReportSheet(labels);
    Button save =
        Buttons.of(
            Words.text("export.save"),
            () -> {
              sheets.close();
              sheet.formats.chosen().ifPresent(it -> chosen.accept(it, sheet.charts.chosen()));
            });
    save.getStyleClass().add("primary");
    save.setId("compare-export-save");
    save.setDefaultButton(true);
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content =
        new VBox(
            8,
            Labels.of(Words.text("export.format"), "quiet"),
            sheet.formats.row(),
            sheet.charts,
            Labels.wrapped(Words.text("compare.export.secrets"), "caption"));
    sheets.open(Words.text("compare.export"), content, save, cancel, save);
  }
}
