package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.page.PageColumn;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.page.PageCells;
import dev.lightfoot.report.page.PageWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The waterfall as a table: the requests that the filter shows, with the same numbers, sortable.
final class PageTable {
  private static final Map<PageColumn, Double> WIDTHS = widths();

  /// What the window has room for beside the usual ones.
  private static final Set<PageColumn> MORE = Set.of(PageColumn.STATUS);

  private final PageViewModel model;
  private final TableView<Integer> table;
  private final Map<PageColumn, TableColumn<Integer, String>> columns =
      new EnumMap<>(PageColumn.class);
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
  private boolean following;

  PageTable(PageViewModel model, Look look) {
    this.model = model;
    this.table = Tables.of(Words.text("page.table.name"), Labels.of(Words.text("page.none")));
    table.setId("page-table");
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    table.fixedCellSizeProperty().bind(look.em(1.86));
    WIDTHS.forEach((column, width) -> add(column, width, look));
    Columns.fill(table, column(PageColumn.URL), look.em(12));
    table.setSortPolicy(
        _ -> {
          fill();
          return true;
        });
    column(PageColumn.TOTAL).setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().add(column(PageColumn.TOTAL));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && !following) {
                model.sight().selectRow(row);
              }
            });
    model.sight().linesProperty().subscribe(_ -> fill());
    model.sight().selectedProperty().subscribe(_ -> follow());
  }

  /// In em, in the order of the columns.
  private static Map<PageColumn, Double> widths() {
    Map<PageColumn, Double> widths = new EnumMap<>(PageColumn.class);
    for (PageColumn column : PageColumn.values()) {
      widths.put(
          column,
          switch (column) {
            case NUMBER -> 3.6;
            case URL -> 18.0;
            case FOUND_BY -> 7.6;
            case START -> 5.6;
            case BLOCKED, DNS, TCP, TLS, QUIC, RECEIVE -> 5.2;
            case WAIT, SIZE -> 5.6;
            case TOTAL -> 6.6;
            case TRIPS -> 4.4;
            case LIGHT -> 5.6;
            case PRIORITY -> 5.3;
            case TYPE -> 6.4;
            case STATUS -> 4.6;
            case PROTOCOL -> 5.4;
          });
    }
    return widths;
  }

  private void add(PageColumn column, double width, Look look) {
    String title = PageWords.head(column);
    TableColumn<Integer, String> made =
        column.isText()
            ? Columns.text(title, look.em(width), row -> cell(column, row))
            : Columns.number(title, look.em(width), row -> cell(column, row));
    made.setId("page-column-" + column.label());
    if (column == PageColumn.TOTAL) {
      made.getStyleClass().add("strong");
    }
    columns.put(column, made);
    table.getColumns().add(made);
  }

  private TableColumn<Integer, String> column(PageColumn column) {
    TableColumn<Integer, String> found = columns.get(column);
    if (found == null) {
      throw new IllegalArgumentException("no such column: " + column);
    }
    return found;
  }

  TableView<Integer> table() {
    return table;
  }

  /// How many requests it shows.
  ReadOnlyIntegerProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  private String cell(PageColumn column, int row) {
    PageReading shown = model.readingProperty().get();
    return shown == null || row >= shown.waterfall().rows().size()
        ? ""
        : PageCells.of(column, shown.waterfall().row(row));
  }

  /// Puts the rows in that the filter shows, in the order that was asked for.
  private void fill() {
    PageLines lines = model.sight().linesProperty().get();
    if (lines == null) {
      table.getItems().clear();
      size.set(0);
      return;
    }
    List<PageRow> rows = new ArrayList<>();
    lines
        .view()
        .groups()
        .forEach(group -> group.rows().forEach(row -> rows.add(lines.view().waterfall().row(row))));
    rows.sort(order());
    List<PageColumn> usual = PageCells.columns(lines.view().waterfall());
    columns.forEach(
        (column, made) -> made.setVisible(usual.contains(column) || MORE.contains(column)));
    following = true;
    table.getItems().setAll(rows.stream().map(PageRow::index).toList());
    following = false;
    size.set(rows.size());
    follow();
  }

  private Comparator<PageRow> order() {
    Comparator<PageRow> order = Comparator.comparingInt(PageRow::number);
    for (TableColumn<Integer, ?> sorted : table.getSortOrder().reversed()) {
      for (Map.Entry<PageColumn, TableColumn<Integer, String>> each : columns.entrySet()) {
        if (each.getValue().equals(sorted)) {
          Comparator<PageRow> by = each.getKey().comparator();
          boolean up = sorted.getSortType() == TableColumn.SortType.ASCENDING;
          order = (up ? by : by.reversed()).thenComparing(order);
        }
      }
    }
    return order;
  }

  private void follow() {
    OptionalInt row = model.sight().selectedRow();
    int place = row.isEmpty() ? -1 : table.getItems().indexOf(row.getAsInt());
    if (place < 0 || table.getSelectionModel().isSelected(place)) {
      return;
    }
    following = true;
    table.getSelectionModel().clearAndSelect(place);
    table.scrollTo(Math.max(0, place - 2));
    following = false;
  }
}
