package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.StoredSnapshot;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks which of the kept snapshots is to be one of the sides.
final class SnapshotSheet {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private final Look look;
  private final ZoneId zone;
  private final TextField filter = new TextField();
  private final FilteredList<StoredSnapshot> shown;
  private final TableView<StoredSnapshot> table;

  private SnapshotSheet(Look look, ZoneId zone, ObservableList<StoredSnapshot> kept) {
    this.look = look;
    this.zone = zone;
    this.shown = new FilteredList<>(kept);
    this.table =
        Tables.of(
            Words.text("history.name"), Labels.wrapped(Words.text("compare.choose.none"), "quiet"));
    build();
  }

  /// Opens it.
  ///
  /// @param chosen hears which one
  static void open(
      Sheets sheets,
      Look look,
      ZoneId zone,
      String title,
      ObservableList<StoredSnapshot> kept,
      Consumer<StoredSnapshot> chosen) {
    SnapshotSheet sheet = new SnapshotSheet(look, zone, kept);
    Consumer<StoredSnapshot> take =
        snapshot -> {
          sheets.close();
          chosen.accept(snapshot);
        };
    Tables.onOpen(sheet.table, take);
    Tables.onOpen(sheet.filter, sheet.table, take);
    Button choose =
        Buttons.of(
            Words.text("compare.choose"),
            () -> {
              StoredSnapshot selected = sheet.table.getSelectionModel().getSelectedItem();
              if (selected != null) {
                take.accept(selected);
              }
            });
    choose.getStyleClass().add("primary");
    choose.setId("compare-choose");
    choose.disableProperty().bind(sheet.table.getSelectionModel().selectedItemProperty().isNull());
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content = new VBox(8, sheet.filter, sheet.table);
    VBox.setVgrow(sheet.table, Priority.ALWAYS);
    sheets.open(title, content, sheet.filter, cancel, choose);
  }

  private void build() {
    filter.setId("compare-choose-filter");
    filter.setPromptText(Words.text("history.filter"));
    filter.setAccessibleText(Words.text("history.filter"));
    filter.textProperty().subscribe(text -> shown.setPredicate(each -> matches(each, text)));
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            table.requestFocus();
            table.getSelectionModel().selectFirst();
            event.consume();
          }
        });
    table.setId("compare-choose-table");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.setItems(shown);
    TableColumn<StoredSnapshot, String> target =
        Columns.mono(Words.text("history.target"), look.em(18), StoredSnapshot::target);
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(Words.text("history.column-name"), look.em(13), StoredSnapshot::name),
                target,
                Columns.text(
                    Words.text("history.when"),
                    look.em(11),
                    row -> row.takenAt().atZoneSameInstant(zone).format(WHEN)),
                Columns.number(
                    Words.text("history.median"),
                    look.em(6),
                    row ->
                        row.headline()
                            .map(headline -> Numbers.millis(headline.medianNanos()))
                            .orElse(Numbers.NOT_APPLICABLE))));
    Columns.fill(table, target, look.em(12));
    table.prefWidthProperty().bind(look.em(50));
    table.prefHeightProperty().bind(look.em(18));
    table.minHeightProperty().bind(look.em(7));
  }

  private static boolean matches(StoredSnapshot snapshot, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return snapshot.name().toLowerCase(Locale.ROOT).contains(wanted)
        || snapshot.target().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
