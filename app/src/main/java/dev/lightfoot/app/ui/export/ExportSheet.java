package dev.lightfoot.app.ui.export;

import dev.lightfoot.app.export.Export;
import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.ChartChoices;
import dev.lightfoot.app.ui.control.Choices;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.redact.Removal;
import dev.lightfoot.report.words.RemovalWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Asks as what a measurement is handed on, and shows beforehand which secrets stay out of it.
public final class ExportSheet {
  /// More kinds of secrets are counted.
  static final int MOST_KINDS = 8;

  private static final double WIDTH = 34;

  private final Sheets sheets;
  private final Exporting exporting;
  private final Files files;
  private final Export export;
  private final Choices<ExportFormat> formats = new Choices<>();
  private final Choices<Boolean> secrets = new Choices<>();
  private final ChartChoices charts;
  private final Label note = Labels.wrapped("", "caption");

  /// Asks for files.
  public interface Files {
    /// A file to write; empty where the person changed their mind.
    ///
    /// @param proposed a name
    Optional<Path> pick(ExportFormat format, String proposed);
  }

  private ExportSheet(
      Sheets sheets, Exporting exporting, Files files, Export export, List<String> charts) {
    this.sheets = sheets;
    this.exporting = exporting;
    this.files = files;
    this.export = export;
    this.charts = new ChartChoices(charts);
  }

  /// Opens it for that snapshot.
  ///
  /// @param whole with its secrets
  public static void open(Sheets sheets, Exporting exporting, Files files, Snapshot whole) {
    exporting.prepare(
        whole,
        (clean, charts) -> new ExportSheet(sheets, exporting, files, clean, charts).open(whole));
  }

  private void open(Snapshot whole) {
    formats.onChange(this::shown);
    for (ExportFormat each : ExportFormat.values()) {
      String key = "export.as." + each.extension();
      formats.with(key.replace('.', '-'), Words.text(key), each);
    }
    VBox content =
        new VBox(8, Labels.of(Words.text("export.format"), "quiet"), formats.row(), note, charts);
    content.getChildren().add(Labels.of(Words.text("export.secrets"), "quiet"));
    if (export.secrets().isEmpty()) {
      content.getChildren().add(Labels.wrapped(Words.text("export.secrets.none"), "caption"));
    } else {
      content.getChildren().addAll(keeping(), preview());
    }
    content.setPrefWidth(WIDTH * 14);
    Button save = Buttons.of(Words.text("export.save"), () -> save(whole));
    save.getStyleClass().add("primary");
    save.setId("export-save");
    save.setDefaultButton(true);
    Button copy = Buttons.of(Words.text("export.copy"), () -> copy(whole));
    copy.setId("export-copy");
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    sheets.open(Words.text("export.title"), content, save, cancel, copy, save);
  }

  private static String key(ExportFormat format) {
    return "export.note." + format.extension();
  }

  private void shown() {
    note.setText(Words.text(key(format())));
    charts.show(format().isPicture());
  }

  private SegmentedButton keeping() {
    return secrets
        .with("export-without", Words.text("export.without"), false)
        .with("export-with", Words.text("export.with"), true)
        .row();
  }

  private Label preview() {
    List<Removal> found = export.secrets();
    StringBuilder lines = new StringBuilder();
    found.stream()
        .limit(MOST_KINDS)
        .forEach(each -> lines.append(lines.isEmpty() ? "" : "\n").append(RemovalWords.of(each)));
    if (found.size() > MOST_KINDS) {
      lines
          .append('\n')
          .append(Words.text("export.more", Integer.toString(found.size() - MOST_KINDS)));
    }
    Label preview = Labels.wrapped(lines.toString(), "caption");
    preview.setId("export-preview");
    return preview;
  }

  private ExportFormat format() {
    return formats.chosen().orElse(ExportFormat.HTML);
  }

  private Export chosen(Snapshot whole) {
    boolean kept = secrets.chosen().orElse(false);
    return kept ? new Export(whole, export.secrets(), true, whole) : export;
  }

  private void save(Snapshot whole) {
    ExportFormat format = format();
    Export made = chosen(whole);
    sheets.close();
    files
        .pick(format, proposed(made.snapshot()) + "." + format.extension())
        .ifPresent(file -> exporting.save(made, format, charts.chosen(), file));
  }

  /// A file's name that every system takes.
  static String proposed(Snapshot snapshot) {
    String name = snapshot.name().orElse(snapshot.target()).replaceFirst("^https?://", "").strip();
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    String shorter = plain.length() > 60 ? plain.substring(0, 60) : plain;
    return shorter.isEmpty() ? "lightfoot" : shorter;
  }

  private void copy(Snapshot whole) {
    Export made = chosen(whole);
    ExportFormat format = format();
    sheets.close();
    exporting.copy(made, format, charts.chosen());
  }
}
