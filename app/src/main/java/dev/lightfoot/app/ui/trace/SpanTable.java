package dev.lightfoot.app.ui.trace;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Swatch;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.GivingWay;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.TraceWaterfall;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The waterfall as a table: the same rows, sortable.
final class SpanTable {
  private final TraceViewModel model;
  private final Executor ui;
  private final Executor jobs;
  private final TableView<Integer> table;
  private final Map<SpanOrder.Key, TableColumn<Integer, String>> columns =
      new EnumMap<>(SpanOrder.Key.class);
  private @Nullable SpanOrder order;
  private boolean following;
  private int turn;

  SpanTable(TraceViewModel model, Look look, Executor ui, Executor jobs) {
    this.model = model;
    this.ui = ui;
    this.jobs = jobs;
    this.table = Tables.of(Words.text("trace.table.name"), Labels.of(Words.text("trace.none")));
    table.setId("trace-table");
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    table.fixedCellSizeProperty().bind(look.em(1.86));
    TableColumn<Integer, String> name =
        Columns.text(Words.text("trace.span"), look.em(20), text(SpanWords::name));
    name.setCellFactory(_ -> new NameCell(model, look));
    add(SpanOrder.Key.NAME, name);
    TableColumn<Integer, String> service =
        Columns.text(Words.text("trace.service"), look.em(9), text(SpanWords::service));
    add(SpanOrder.Key.SERVICE, service);
    add(
        SpanOrder.Key.LAYER,
        Columns.text(Words.text("trace.layer"), look.em(7), text(SpanWords::layer)));
    add(
        SpanOrder.Key.START,
        Columns.number(Words.text("trace.start-ms"), look.em(6.5), text(SpanWords::start)));
    add(
        SpanOrder.Key.DURATION,
        Columns.number(Words.text("trace.wall-ms"), look.em(6), text(SpanWords::duration)));
    add(
        SpanOrder.Key.SELF,
        Columns.number(Words.text("trace.self-ms"), look.em(6), text(SpanWords::self)));
    TableColumn<Integer, String> status =
        Columns.text(Words.text("trace.status"), look.em(9), text(SpanTable::notes));
    status.setSortable(false);
    table.getColumns().add(status);
    GivingWay.let(table, name, look.em(12), Map.of(service, look.em(9), status, look.em(9)));
    table.setSortPolicy(_ -> sorted());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            span -> {
              if (span != null && !following) {
                model.select(span);
              }
            });
    model.waterfallProperty().subscribe(_ -> sort());
    model.selectedProperty().subscribe(_ -> follow());
  }

  TableView<Integer> table() {
    return table;
  }

  private void add(SpanOrder.Key key, TableColumn<Integer, String> column) {
    columns.put(key, column);
    table.getColumns().add(column);
  }

  private interface Text {
    String of(SpanWords words, int span);
  }

  private Function<Integer, String> text(Text text) {
    return span -> {
      TraceReading shown = model.readingProperty().get();
      return shown == null || span >= shown.tree().size() ? "" : text.of(shown.words(), span);
    };
  }

  private static String notes(SpanWords words, int span) {
    String status = words.status(span);
    String odd = words.oddity(span);
    return status.isEmpty() || odd.isEmpty() ? status + odd : status + ", " + odd;
  }

  private Boolean sorted() {
    sort();
    return true;
  }

  /// Sorting a million rows is not for the window's thread.
  private void sort() {
    TraceWaterfall rows = model.waterfallProperty().get();
    TraceReading shown = model.readingProperty().get();
    int mine = ++turn;
    if (rows == null) {
      return;
    }
    var sort = table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
    for (Map.Entry<SpanOrder.Key, TableColumn<Integer, String>> each : columns.entrySet()) {
      if (shown != null && each.getValue().equals(sort)) {
        boolean ascending = each.getValue().getSortType() == TableColumn.SortType.ASCENDING;
        jobs.execute(
            () -> {
              SpanOrder made = SpanOrder.of(rows).by(each.getKey(), ascending, shown);
              ui.execute(() -> show(mine, made));
            });
        return;
      }
    }
    show(mine, SpanOrder.of(rows));
  }

  private void show(int asked, SpanOrder made) {
    if (asked == turn) {
      order = made;
      following = true;
      table.setItems(FXCollections.observableList(made));
      following = false;
      follow();
    }
  }

  private void follow() {
    SpanOrder shown = order;
    int place = shown == null ? -1 : shown.placeOf(model.selectedProperty().get());
    if (place < 0 || table.getSelectionModel().isSelected(place)) {
      return;
    }
    following = true;
    table.getSelectionModel().clearAndSelect(place);
    table.scrollTo(Math.max(0, place - 2));
    following = false;
  }

  private static final class NameCell extends TableCell<Integer, String> {
    private final TraceViewModel model;
    private final Swatch swatch;

    NameCell(TraceViewModel model, Look look) {
      this.model = model;
      this.swatch = new Swatch(look, Ink.DISTANCE);
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      Integer span = empty || getTableRow() == null ? null : getTableRow().getItem();
      TraceReading shown = model.readingProperty().get();
      if (span == null || shown == null || span >= shown.tree().size()) {
        setText(null);
        setGraphic(null);
        return;
      }
      swatch.show(Ink.of(shown.tree().span(span).layer()));
      setGraphic(swatch);
      setText(item);
    }
  }
}
