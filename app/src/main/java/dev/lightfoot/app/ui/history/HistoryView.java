package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.StoredSnapshot;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The history: what was saved, newest first.
public final class HistoryView implements ScreenView {
  private final StackPane notices = new StackPane();
  private final HistoryViewModel model;
  private final Look look;
  private final Sheets sheets;
  private final DateTimeFormatter when;
  private final TextField filter = new TextField();
  private final TableView<StoredSnapshot> table;
  private final Label title = Labels.wrapped("", "screen-title");
  private final Label damaged = Labels.wrapped("", "danger-text");
  private final VBox page;
  private String followed = "";
  private boolean changing;

  /// @param zone the zone of the times shown
  public HistoryView(HistoryViewModel model, Look look, Sheets sheets, ZoneId zone) {
    this.model = model;
    this.look = look;
    this.sheets = sheets;
    this.when = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(zone);
    this.table = Tables.of(Words.text("history.name"), empty());
    this.page = new VBox(bar(), notices, content());
    // Before the table hears of a change and after it: what it selects meanwhile is nobody's
    // choice.
    model.snapshots().addListener((ListChangeListener<Object>) _ -> changing = true);
    buildTable();
    damaged.setId("history-damaged");
    model.onDamaged(this::showDamaged);
    showDamaged();
    model.snapshots().addListener((ListChangeListener<Object>) _ -> follow());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !changing) {
                followed = chosen.id();
              }
            });
    model.loadedProperty().subscribe(this::showTitle);
  }

  private BreakingRow bar() {
    filter.setId("history-filter");
    filter.setPromptText(Words.text("history.filter"));
    filter.setAccessibleText(Words.text("history.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
          }
        });
    BreakingRow bar =
        new BreakingRow(
            12,
            VPos.CENTER,
            filter,
            button("history.open", "history-open", model::open),
            button("history.rename", "history-rename", this::rename),
            button("history.delete", "history-delete", model::delete));
    bar.growing(filter, () -> look.em() * 14).apart().getStyleClass().add("top-bar");
    return bar;
  }

  private Button button(String key, String id, Consumer<StoredSnapshot> action) {
    Button button = Buttons.of(Words.text(key), () -> selected().ifPresent(action));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(table().getSelectionModel().selectedItemProperty().isNull());
    return button;
  }

  private TableView<StoredSnapshot> table() {
    return table;
  }

  private VBox content() {
    StackPane panel = new StackPane(table);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 0.15em 0.57em 0.57em 0.57em;");
    VBox.setVgrow(panel, Priority.ALWAYS);
    VBox content = new VBox(title, damaged, panel);
    content.getStyleClass().add("content");
    VBox.setVgrow(content, Priority.ALWAYS);
    return content;
  }

  private void buildTable() {
    table.setId("history");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    SortedList<StoredSnapshot> sorted = new SortedList<>(model.snapshots());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getColumns().add(name());
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.mono(Words.text("history.target"), look.em(34), StoredSnapshot::target),
                Columns.text(
                    Words.text("history.when"), look.em(13), row -> when.format(row.takenAt())),
                Columns.number(
                    Words.text("history.runs"), look.em(5), row -> Numbers.count(row.runs())),
                Columns.number(
                    Words.text("history.median"),
                    look.em(8),
                    row ->
                        row.headline()
                            .map(time -> Numbers.millis(time.medianNanos()))
                            .orElse(Numbers.NOT_APPLICABLE))));
    Columns.fill(table, table.getColumns().get(1), look.em(16));
    Tables.onOpen(table, model::open);
    Tables.onOpen(filter, table, model::open);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private TableColumn<StoredSnapshot, String> name() {
    return Columns.column(
        Words.text("history.column-name"),
        look.em(24),
        StoredSnapshot::name,
        (cell, _) -> cell.getStyleClass().add("strong"),
        "left");
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DELETE -> selected().ifPresent(model::delete);
      case F2 -> selected().ifPresent(this::rename);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private Optional<StoredSnapshot> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private void rename(StoredSnapshot snapshot) {
    TextField name = new TextField(snapshot.name());
    name.setId("rename-name");
    name.setPrefColumnCount(30);
    name.setAccessibleText(Words.text("save.name"));
    Button rename =
        Buttons.of(
            Words.text("history.rename"),
            () -> {
              sheets.close();
              model.rename(snapshot, name.getText());
            });
    rename.getStyleClass().add("primary");
    rename.setDefaultButton(true);
    rename.setId("rename-confirm");
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    sheets.open(
        Words.text("history.rename.title"),
        new VBox(8, Labels.of(Words.text("save.name"), "quiet"), name),
        name,
        cancel,
        rename);
    name.selectAll();
  }

  private Node empty() {
    Label text = Labels.wrapped(Words.text("history.empty"), "quiet");
    Button clear = Buttons.small(Words.text("history.clear"), () -> model.filterProperty().set(""));
    VBox box = new VBox(10, text, clear);
    box.setAlignment(javafx.geometry.Pos.CENTER);
    model
        .filterProperty()
        .subscribe(
            filtered -> {
              boolean filtering = !filtered.isBlank();
              text.setText(Words.text(filtering ? "history.no-match" : "history.empty"));
              clear.setVisible(filtering);
              clear.setManaged(filtering);
            });
    return box;
  }

  /// The selection stays on the snapshot it was on, wherever that stands now. Where it is gone none
  /// is selected, so that no key acts on another one.
  private void follow() {
    changing = false;
    int at = -1;
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).id().equals(followed)) {
        at = i;
      }
    }
    if (at >= 0) {
      table.getSelectionModel().clearAndSelect(at);
    } else {
      table.getSelectionModel().clearSelection();
    }
    showTitle();
  }

  private void showTitle() {
    if (followed.isEmpty() && !table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
    }
    int count = model.snapshots().size();
    title.setText(
        model.nothingSaved()
            ? Words.text("history.title.none")
            : Words.count("history.title", count));
  }

  private void showDamaged() {
    damaged.setText(model.damaged());
    damaged.setVisible(!damaged.getText().isEmpty());
    damaged.setManaged(damaged.isVisible());
  }

  @Override
  public Region root() {
    return page;
  }

  @Override
  public Pane notices() {
    return notices;
  }

  @Override
  public Node start() {
    return table;
  }

  @Override
  public Node filter() {
    return filter;
  }

  @Override
  public List<Node> regions() {
    return List.of(filter, table);
  }
}
