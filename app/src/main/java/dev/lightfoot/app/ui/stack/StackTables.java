package dev.lightfoot.app.ui.stack;

import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Swatch;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.GivingWay;
import dev.lightfoot.app.ui.control.Heads;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PeerNames;
import dev.lightfoot.report.words.RowNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The tables below a stack: the same rows, what each layer did, and sentences.
final class StackTables {
  private StackTables() {}

  /// The chart's rows, sortable.
  static TableView<StackRow> rows(Look look) {
    TableView<StackRow> table = table("rows");
    TableColumn<StackRow, String> label =
        Columns.text(Words.text("stack.span"), look.em(18), row -> RowNames.of(row.label()));
    label.setCellFactory(_ -> new SwatchCell<>(look, StackTables::ink));
    table.getColumns().add(label);
    TableColumn<StackRow, String> peer =
        text(table, look, "peer", 11, row -> row.peer().map(PeerNames::of).orElse(""));
    number(table, look, "calls", 6.5, row -> least(row.atLeast()) + Numbers.count(row.count()));
    number(table, look, "trips", 5, row -> Numbers.count(row.trips()));
    number(table, look, "start", 6.5, row -> millis(row.startNanos()));
    number(table, look, "wall", 6.5, row -> Numbers.millis(row.wallNanos()));
    number(table, look, "sum", 6.5, row -> Numbers.millis(row.sumNanos()));
    number(table, look, "self", 6.5, row -> Numbers.millis(row.selfNanos()));
    number(table, look, "critical", 6.5, row -> Numbers.millis(row.criticalNanos()));
    number(table, look, "bound", 5.5, StackTables::bound);
    TableColumn<StackRow, String> evidence =
        text(table, look, "evidence", 17, StackTables::evidence);
    explain(table, List.of("calls", "trips", "wall", "sum", "self", "critical", "bound"));
    GivingWay.let(table, label, look.em(14), Map.of(peer, look.em(11), evidence, look.em(17)));
    return table;
  }

  private static Ink ink(StackRow row) {
    return row.depth() == 0 ? Ink.of(dev.lightfoot.model.Phase.WAIT) : Ink.of(row.layer());
  }

  private static String bound(StackRow row) {
    return row.floating()
        ? Numbers.UNKNOWN
        : row.whiskerNanos() == 0 ? Numbers.NOT_APPLICABLE : Numbers.millis(row.whiskerNanos());
  }

  private static String evidence(StackRow row) {
    return switch (row.evidence()) {
      case MEASURED -> Words.text("stack.evidence.measured");
      case IMPORTED -> {
        String by = row.joinedBy().map(RowNames::of).orElse(Numbers.UNKNOWN);
        yield row.sources().isEmpty()
            ? Words.text("stack.evidence.joined", by)
            : Words.text("stack.evidence.imported", String.join(", ", row.sources()), by);
      }
      case INFERRED -> Words.text("stack.evidence.inferred");
    };
  }

  /// What each layer did.
  static TableView<LayerTotal> layers(Look look) {
    TableView<LayerTotal> table = table("layers");
    TableColumn<LayerTotal, String> layer =
        Columns.text(Words.text("stack.layer"), look.em(14), row -> Words.text(key(row.layer())));
    layer.setCellFactory(_ -> new SwatchCell<>(look, row -> Ink.of(row.layer())));
    table.getColumns().add(layer);
    number(table, look, "calls", 7, row -> least(row.atLeast()) + Numbers.count(row.operations()));
    number(table, look, "trips", 7, row -> least(row.atLeast()) + Numbers.count(row.trips()));
    number(table, look, "sum", 8, row -> Numbers.millis(row.sumNanos()));
    number(table, look, "peer-own", 9, row -> millis(row.ownNanos()));
    number(table, look, "network", 9, row -> millis(row.networkNanos()));
    number(table, look, "critical", 9, row -> Numbers.millis(row.criticalNanos()));
    explain(table, List.of("calls", "trips", "sum", "peer-own", "network", "critical"));
    return table;
  }

  private static String key(Layer layer) {
    return "layer." + layer.label();
  }

  /// Sentences, one for each row.
  static TableView<String> sentences(String key, Look look) {
    TableView<String> table = table(key);
    TableColumn<String, String> sentence =
        Columns.column(
            Words.text("stack." + key),
            look.em(40),
            text -> text,
            (cell, text) -> Columns.explain(cell, text),
            "left");
    table.getColumns().add(sentence);
    Columns.fill(table, sentence, look.em(20));
    return table;
  }

  private static <R> TableView<R> table(String key) {
    Label none = Labels.wrapped(Words.text("stack." + key + ".none"), "quiet");
    TableView<R> table = Tables.of(Words.text("stack." + key + ".name"), none);
    table.setId("stack-" + key);
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    return table;
  }

  private static <R> void explain(TableView<R> table, List<String> keys) {
    Map<TableColumn<R, ?>, String> meanings = new LinkedHashMap<>();
    for (String each : keys) {
      String title = Words.text("stack." + each);
      table.getColumns().stream()
          .filter(column -> title.equals(column.getText()))
          .forEach(column -> meanings.put(column, Words.text("meaning." + each)));
    }
    Heads.explain(table, meanings);
  }

  private static <R> void number(
      TableView<R> table, Look look, String key, double width, Function<R, String> value) {
    table.getColumns().add(Columns.number(Words.text("stack." + key), look.em(width), value));
  }

  private static <R> TableColumn<R, String> text(
      TableView<R> table, Look look, String key, double width, Function<R, String> value) {
    TableColumn<R, String> column = Columns.text(Words.text("stack." + key), look.em(width), value);
    table.getColumns().add(column);
    return column;
  }

  private static String least(boolean atLeast) {
    return atLeast ? "≥ " : "";
  }

  private static String millis(OptionalLong nanos) {
    return nanos.isPresent() ? Numbers.millis(nanos.getAsLong()) : Numbers.NOT_APPLICABLE;
  }

  private static final class SwatchCell<R> extends TableCell<R, String> {
    private final Function<R, Ink> ink;
    private final Swatch swatch;

    SwatchCell(Look look, Function<R, Ink> ink) {
      this.ink = ink;
      this.swatch = new Swatch(look, Ink.DISTANCE);
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      R row = empty || getTableRow() == null ? null : getTableRow().getItem();
      setText(row == null ? null : item);
      setGraphic(row == null ? null : swatch);
      if (row != null) {
        swatch.show(ink.apply(row));
      }
    }
  }
}
