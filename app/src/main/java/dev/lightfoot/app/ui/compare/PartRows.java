package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.BarCell;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.compare.CompareWords;
import dev.lightfoot.report.layout.compare.AttributionBars;
import dev.lightfoot.report.layout.compare.NanosScale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Dimension2D;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// What moved the total, as a table whose bars add up to its last row.
final class PartRows {
  private static final int MOST_ROWS = 7;

  /// In em.
  private static final double HEAD = 2.05;

  private final Look look;
  private final Function<AttributionBars.Bar, String> name;
  private final TableView<Row> table;
  private final TextFit fit = new TextFit();
  private @Nullable NanosScale scale;

  /// A line.
  ///
  /// @param total whether it is the sum of the others
  record Row(String name, long tenths, long fromNanos, long toNanos, boolean total) {}

  /// @param name of a part
  PartRows(Look look, Function<AttributionBars.Bar, String> name) {
    this.look = look;
    this.name = name;
    this.table =
        Tables.of(
            Words.text("compare.parts.name"), Labels.wrapped(Words.text("compare.parts.none")));
    table.setId("compare-parts");
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    build();
    table.fixedCellSizeProperty().bind(look.em(1.86));
    fit();
    look.emProperty().subscribe(this::fit);
  }

  /// As high as its rows, up to so many: more are scrolled to.
  private void fit() {
    int rows = Math.clamp(table.getItems().size(), 2, MOST_ROWS);
    double height = Math.ceil(HEAD * look.em()) + rows * Math.rint(1.86 * look.em()) + 4;
    table.setMinHeight(height);
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }

  private void build() {
    TableColumn<Row, String> what =
        Columns.column(
            Words.text("compare.parts"),
            look.em(18),
            Row::name,
            (cell, row) -> Columns.explain(cell, row.name()),
            "left");
    TableColumn<Row, String> millis =
        Columns.number(
            Words.text("compare.ms"),
            look.em(5.4),
            row -> CompareWords.signedOfTenths(row.tenths()));
    TableColumn<Row, String> bars =
        BarCell.column(look, BarCell.head(look, this::head), this::draw, _ -> "");
    bars.prefWidthProperty().bind(look.em(12.5));
    what.setSortable(false);
    millis.setSortable(false);
    table.getColumns().addAll(List.of(what, millis, bars));
    Columns.fill(table, what, look.em(9));
    table.setRowFactory(_ -> new PartRow());
  }

  private static final class PartRow extends TableRow<Row> {
    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().remove("total");
      if (item != null && item.total()) {
        getStyleClass().add("total");
      }
    }
  }

  TableView<Row> table() {
    return table;
  }

  void show(@Nullable AttributionBars bars) {
    List<Row> rows = new ArrayList<>();
    if (bars != null) {
      scale = bars.scale();
      for (AttributionBars.Bar each : bars.shown()) {
        rows.add(new Row(name.apply(each), each.tenths(), each.fromNanos(), each.toNanos(), false));
      }
      rows.add(
          new Row(Words.text("compare.total"), bars.totalTenths(), 0, bars.totalNanos(), true));
    }
    table.getItems().setAll(rows);
    fit();
  }

  private void head(Brush brush, Dimension2D size) {
    String text =
        fit.fit(
            Brush.Face.CAPTION.font(brush.em()),
            Words.text("compare.parts.sum"),
            size.getWidth() - brush.em());
    double right = size.getWidth() - 0.6 * brush.em();
    brush.text(
        Brush.Face.CAPTION, "text-2", text, right, size.getHeight() / 2, TextAlignment.RIGHT);
  }

  private void draw(Brush brush, Dimension2D size, Row row) {
    NanosScale axis = scale;
    if (axis == null) {
      return;
    }
    double inset = 0.6 * brush.em();
    double wide = size.getWidth() - 2 * inset;
    double zero = inset + wide * axis.part(0);
    double from = inset + wide * axis.part(Math.min(row.fromNanos(), row.toNanos()));
    double to = inset + wide * axis.part(Math.max(row.fromNanos(), row.toNanos()));
    double high = Math.rint(0.55 * size.getHeight());
    double top = Math.rint((size.getHeight() - high) / 2);
    brush.fill("border-strong", Math.rint(zero), 0, 1, size.getHeight());
    String token = row.total() ? "text" : row.toNanos() <= row.fromNanos() ? "better" : "worse";
    brush.fill(token, from, top, Math.max(2, to - from), high);
  }
}
