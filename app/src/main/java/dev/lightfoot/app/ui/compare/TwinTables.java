package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.layout.compare.StripRow;
import dev.lightfoot.report.words.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The charts of a comparison as tables: the strips, the runs in their order; and what else is not
/// the same.
final class TwinTables {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private TwinTables() {}

  /// The strips.
  static TableView<StripRow> strips(Look look) {
    CompareSentences said = new CompareSentences();
    TableView<StripRow> table = table("phases");
    TableColumn<StripRow, String> name =
        Columns.text(Words.text("compare.phase"), look.em(9), said::name);
    table.getColumns().add(name);
    table.getColumns().add(Columns.text(Words.text("compare.trips"), look.em(8), said::note));
    number(table, look, "before", 5.4, said::before);
    number(table, look, "after", 5.4, said::after);
    number(table, look, "shift-ms", 5.6, said::shift);
    number(table, look, "interval-ms", 10.4, row -> CompareSentences.interval(row.shift()));
    number(table, look, "floor-ms", 5, row -> Numbers.millis(row.shift().floorNanos()));
    number(table, look, "p", 7.4, row -> CompareSentences.probability(row.shift()));
    table
        .getColumns()
        .add(
            Columns.column(
                Words.text("compare.verdict"),
                look.em(10),
                said::verdict,
                (cell, row) -> ExchangeTable.colour(cell, row.shift().verdict()),
                "left"));
    number(table, look, "delta", 5, said::delta);
    Columns.fill(table, name, look.em(7));
    return table;
  }

  private static <R> void number(
      TableView<R> table, Look look, String key, double width, Function<R, String> value) {
    table.getColumns().add(Columns.number(Words.text("compare." + key), look.em(width), value));
  }

  /// Every run in the order in which it was made.
  static TableView<RunOrder.Dot> runs(Look look, ZoneId zone) {
    TableView<RunOrder.Dot> table = table("runs");
    table
        .getColumns()
        .add(
            Columns.text(
                Words.text("compare.side"),
                look.em(5),
                dot -> CompareSentences.side(dot.second())));
    number(table, look, "run-number", 5, dot -> Integer.toString(dot.run() + 1));
    number(table, look, "total-ms", 7, dot -> Numbers.millis(dot.nanos()));
    TableColumn<RunOrder.Dot, String> began =
        Columns.text(
            Words.text("compare.began"),
            look.em(12),
            dot -> dot.startedAt().atZoneSameInstant(zone).format(CLOCK));
    table.getColumns().add(began);
    Columns.fill(table, began, look.em(9));
    return table;
  }

  /// What is not the same about how both were measured.
  static TableView<Difference> environment(Look look) {
    TableView<Difference> table = table("environment");
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(
                    Words.text("compare.what"),
                    look.em(9),
                    row -> Words.text("compare.difference." + row.what())),
                Columns.mono("A", look.em(14), row -> value(row.a())),
                Columns.mono("B", look.em(14), row -> value(row.b()))));
    Columns.fill(table, table.getColumns().getLast(), look.em(9));
    return table;
  }

  private static String value(String text) {
    return text.isEmpty() ? Numbers.UNKNOWN : text;
  }

  private static <R> TableView<R> table(String key) {
    TableView<R> table =
        Tables.of(
            Words.text("compare.tab." + key + ".name"),
            Labels.wrapped(Words.text("compare.tab." + key + ".none"), "quiet"));
    table.setId("compare-" + key);
    table.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    return table;
  }
}
