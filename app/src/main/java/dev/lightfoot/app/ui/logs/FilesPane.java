package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.GivingWay;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What became of each file: as what it was read, how much, and what could not be read and why.
final class FilesPane extends VBox {
  private static final int MOST_SENTENCES = 12;

  private final LogsViewModel model;
  private final TableView<FileReading> table;
  private final Label chip = Labels.of("", "chip", "bad");
  private final Label summary = Labels.of("", "caption");
  private final Button remove;
  private final Button again;
  private final Button units;
  private final Label sentences = Labels.wrapped("", "caption");

  /// @param askUnits asks what the files do not say themselves
  FilesPane(LogsViewModel model, Look look, Runnable askUnits) {
    this.model = model;
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.9em 1.1em 0.6em 1.1em; -fx-spacing: 0.5em;");
    table =
        Tables.of(
            Words.text("logs.files.name"), Labels.wrapped(Words.text("logs.files.none"), "quiet"));
    table.setId("log-files");
    table.fixedCellSizeProperty().bind(look.em(1.86));
    TableColumn<FileReading, String> name =
        Columns.column(
            Words.text("logs.file"),
            look.em(14),
            FilesPane::shortName,
            (cell, row) -> Columns.explain(cell, row.name()),
            "left");
    TableColumn<FileReading, String> format =
        Columns.text(Words.text("logs.read-as"), look.em(15), FilesPane::format);
    table.getColumns().add(name);
    table
        .getColumns()
        .addAll(
            List.of(
                format,
                Columns.number(
                    Words.text("logs.read"), look.em(7), row -> Numbers.count(row.read())),
                Columns.number(
                    Words.text("logs.repeated"), look.em(6), row -> Numbers.count(row.repeated())),
                Columns.column(
                    Words.text("logs.skipped"),
                    look.em(6),
                    row -> Numbers.count(row.skipped()),
                    (cell, row) -> {
                      cell.getStyleClass().remove("danger-text");
                      if (row.skipped() > 0) {
                        cell.getStyleClass().add("danger-text");
                      }
                    },
                    "numeric")));
    GivingWay.let(table, name, look.em(8), Map.of(format, look.em(15)));
    chip.setId("logs-skipped");
    sentences.setId("logs-sentences");
    Label title = Labels.of(Words.text("logs.files"), "panel-title");
    remove = Buttons.small(Words.text("logs.files.remove"), this::remove);
    remove.setId("logs-remove");
    Buttons.hint(remove, Words.text("key.remove"));
    remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    again = Buttons.small(Words.text("logs.files.again"), model::readAgain);
    again.setId("logs-again");
    Buttons.hint(again, Words.text("key.again"));
    units = Buttons.small(Words.text("units.open"), askUnits);
    units.setId("logs-units");
    HBox buttons = new HBox(8, units, again, remove); // together where the row breaks
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    BreakingRow head = new BreakingRow(12, VPos.CENTER, title, summary, chip, buttons);
    head.growing(summary, () -> Math.ceil(summary.prefWidth(-1)));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    table.minHeightProperty().bind(look.em(6));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head, table, scrolling(look));
    model.readings().addListener((ListChangeListener<Object>) _ -> show());
    Tables.sorted(table, model.readings());
    model.pointedFileProperty().subscribe(this::select);
    show();
  }

  private void select(@Nullable FileReading file) {
    int row = file == null ? -1 : table.getItems().indexOf(file);
    if (row >= 0) {
      table.getSelectionModel().clearAndSelect(row);
      table.scrollTo(row);
      table.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DELETE, BACK_SPACE -> remove();
      case F5 -> again.fire();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// What is removed leaves no selection behind, so that no key acts on another file.
  private void remove() {
    List<FileReading> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
    if (!chosen.isEmpty()) {
      model.remove(chosen);
      table.getSelectionModel().clearSelection();
    }
  }

  private ScrollPane scrolling(Look look) {
    ScrollPane pane = new ScrollPane(sentences);
    pane.setFitToWidth(true);
    pane.getStyleClass().add("plain-scroll");
    pane.setFocusTraversable(false);
    pane.prefHeightProperty().bind(look.em(4.6));
    pane.setMinHeight(Region.USE_PREF_SIZE);
    pane.setMaxHeight(Region.USE_PREF_SIZE);
    pane.visibleProperty().bind(sentences.textProperty().isNotEmpty());
    pane.managedProperty().bind(pane.visibleProperty());
    return pane;
  }

  Node start() {
    return table;
  }

  private static String shortName(FileReading reading) {
    Path name = Path.of(reading.path()).getFileName();
    String base = name == null ? reading.path() : name.toString();
    return reading.part().map(part -> base + " (" + part + ")").orElse(base);
  }

  private static String format(FileReading reading) {
    return reading.format().map(LogFormat::title).orElse(Words.text("logs.not-recognised"));
  }

  private void show() {
    long skipped = model.skipped();
    chip.setText(skipped == 1 ? Words.text("logs.chip.one") : words("logs.chip.many", skipped));
    chip.setVisible(skipped > 0);
    chip.setManaged(skipped > 0);
    int files = model.readings().size();
    long read = model.readings().stream().mapToLong(FileReading::read).sum();
    again.setDisable(files == 0);
    units.setDisable(files == 0);
    units.getStyleClass().remove("primary");
    if (model.units().doubtful()) {
      units.getStyleClass().add("primary");
    }
    summary.setText(
        files == 0
            ? ""
            : Words.text("logs.files.summary", Numbers.count(files), Numbers.count(read)));
    sentences.setText(String.join("\n", sentences()));
  }

  private static String words(String key, long count) {
    return Words.text(key, Numbers.count(count));
  }

  /// Failures first, then entries that could not be read, then what is to be known.
  private List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (FileReading each : model.readings()) {
      String name = shortName(each);
      each.failure().ifPresent(text -> told.add(Words.text("logs.told", name, text)));
    }
    for (FileReading each : model.readings()) {
      String name = shortName(each);
      each.entries()
          .forEach(
              entry ->
                  told.add(Words.text("logs.told-entry", name, entry.place(), entry.reason())));
    }
    for (FileReading each : model.readings()) {
      String name = shortName(each);
      each.warnings().forEach(text -> told.add(Words.text("logs.told", name, text)));
    }
    List<String> clean = new ArrayList<>();
    told.stream().limit(MOST_SENTENCES).map(Redactor::redact).forEach(clean::add);
    if (told.size() > MOST_SENTENCES) {
      clean.add(words("logs.told-more", told.size() - MOST_SENTENCES));
    }
    return clean;
  }
}
