package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.StoredSnapshot;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/// The saved snapshots as rows. The selection stays on the snapshots it was on, wherever those
/// stand after a change.
final class SnapshotTable {
  private final HistoryViewModel model;
  private final Look look;
  private final TableView<StoredSnapshot> table;
  private final Runnable followedUp;

  /// Ids, the one that was selected last at the end.
  private List<String> followed = List.of();

  private boolean changing;

  /// @param rename asks for another name
  /// @param followedUp hears when the rows have changed and the selection is where it was
  SnapshotTable(
      HistoryViewModel model,
      Look look,
      Node empty,
      Consumer<StoredSnapshot> rename,
      Runnable followedUp) {
    this.model = model;
    this.look = look;
    this.followedUp = followedUp;
    this.table = Tables.of(Words.text("history.name"), empty);
    // Before the table hears of a change and after it: what it selects meanwhile is nobody's
    // choice.
    model.snapshots().addListener((ListChangeListener<Object>) _ -> changing = true);
    SortedList<StoredSnapshot> sorted = new SortedList<>(model.snapshots());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    model.snapshots().addListener((ListChangeListener<Object>) _ -> follow());
    table.setId("history");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<StoredSnapshot>) _ -> remember());
    table.getSelectionModel().selectedItemProperty().subscribe(_ -> remember());
    Tables.onOpen(table, model::open);
    table.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, rename));
  }

  /// Gives it its columns.
  SnapshotTable columns(ZoneId zone) {
    DateTimeFormatter when =
        DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(zone);
    TableColumn<StoredSnapshot, String> target =
        Columns.mono(Words.text("history.target"), look.em(26), StoredSnapshot::target);
    TableColumn<StoredSnapshot, String> tags =
        Columns.text(Words.text("history.tags"), look.em(10), row -> String.join(", ", row.tags()));
    TableColumn<StoredSnapshot, String> note = note();
    table.getColumns().add(name());
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(
                    Words.text("history.when"), look.em(11.5), row -> when.format(row.takenAt())),
                Columns.number(
                    Words.text("history.runs"), look.em(4), row -> Numbers.count(row.runs())),
                Columns.number(
                    Words.text("history.median"),
                    look.em(7),
                    row ->
                        row.headline()
                            .map(time -> Numbers.millis(time.medianNanos()))
                            .orElse(Numbers.NOT_APPLICABLE)),
                target,
                tags,
                note));
    Columns.fill(table, target, look.em(14));
    // Where nobody has written any, their room is the address's.
    Columns.showFilled(table, List.of(tags, note));
    // Where one target is looked at its address stands above the rows.
    model.chosenProperty().subscribe(chosen -> target.setVisible(chosen.isEmpty()));
    return this;
  }

  private TableColumn<StoredSnapshot, String> name() {
    return Columns.column(
        Words.text("history.column-name"),
        look.em(15),
        StoredSnapshot::name,
        (cell, _) -> cell.getStyleClass().add("strong"),
        "left");
  }

  private TableColumn<StoredSnapshot, String> note() {
    return Columns.column(
        Words.text("history.note"),
        look.em(12),
        row -> row.note().lines().findFirst().orElse(""),
        (cell, row) -> Columns.explain(cell, row.note()),
        "left");
  }

  private void pressed(KeyEvent event, Consumer<StoredSnapshot> rename) {
    if (allSelected().size() > 1) {
      return;
    }
    switch (event.getCode()) {
      case DELETE -> selected().ifPresent(model::delete);
      case F2 -> selected().ifPresent(rename);
      default -> {
        return;
      }
    }
    event.consume();
  }

  TableView<StoredSnapshot> table() {
    return table;
  }

  /// The selected snapshot; of several the one that was selected last.
  Optional<StoredSnapshot> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  /// All that are selected.
  List<StoredSnapshot> allSelected() {
    return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
  }

  BooleanBinding nothingSelected() {
    return table.getSelectionModel().selectedItemProperty().isNull();
  }

  /// Whether more than so many are.
  BooleanBinding moreSelectedThan(int count) {
    return Bindings.size(table.getSelectionModel().getSelectedItems()).greaterThan(count);
  }

  /// Selects the snapshot of that id, where it is shown.
  void select(String id) {
    followed = List.of(id);
    follow();
    table.scrollTo(table.getSelectionModel().getSelectedIndex());
  }

  private void remember() {
    List<String> chosen = new ArrayList<>(allSelected().stream().map(StoredSnapshot::id).toList());
    if (chosen.isEmpty() || changing) {
      return;
    }
    selected().map(StoredSnapshot::id).filter(chosen::remove).ifPresent(chosen::add);
    followed = List.copyOf(chosen);
  }

  /// Where what was selected is gone nothing is, so that no key acts on another one. The first is,
  /// where nothing was selected ever.
  private void follow() {
    changing = true;
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < table.getItems().size(); i++) {
      places.put(table.getItems().get(i).id(), i);
    }
    int[] at =
        followed.stream()
            .flatMap(id -> Optional.ofNullable(places.get(id)).stream())
            .mapToInt(Integer::intValue)
            .toArray();
    table.getSelectionModel().clearSelection();
    if (at.length > 0) {
      table.getSelectionModel().selectIndices(at[0], Arrays.copyOfRange(at, 1, at.length));
    }
    changing = false;
    selectFirst();
    followedUp.run();
  }

  /// Selects the first row, where none is selected: a person has just chosen these rows.
  void selectNewest() {
    if (selected().isEmpty() && !table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
    }
  }

  void selectFirst() {
    if (followed.isEmpty() && !table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
    }
  }
}
