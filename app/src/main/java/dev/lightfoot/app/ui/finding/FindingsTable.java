package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.app.ui.chart.BarCell;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.report.finding.FindingNames;
import dev.lightfoot.report.finding.SavingWords;
import dev.lightfoot.report.words.Numbers;
import java.util.Comparator;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

/// The findings: how bad, what, where, and what the removal of each brings, on one axis.
final class FindingsTable {
  private static final double ROW = 3.6;
  private static final double EDGE = 8;

  /// Worst first, by the mark that the text begins with.
  private static final String MARKS = "▲■▽";

  private final TableView<FindingRow> table;
  private final ObservableList<FindingRow> rows;

  FindingsTable(Look look, FindingsViewModel model, Node placeholder) {
    this.rows = model.listed();
    table = Tables.of(Words.text("findings.name"), placeholder);
    table.setId("findings");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.fixedCellSizeProperty().bind(look.em(ROW));
    TableColumn<FindingRow, String> severity =
        column("severity", look, 6.8, row -> SeverityChip.text(row.finding().severity()));
    severity.setCellFactory(_ -> new FindingCells.SeverityCell());
    severity.setComparator(Comparator.comparingInt(text -> MARKS.indexOf(text.charAt(0))));
    TableColumn<FindingRow, String> title =
        column("finding", look, 18, row -> row.title() + "\n" + row.where());
    title.setCellFactory(_ -> new FindingCells.TitleCell());
    TableColumn<FindingRow, String> principle =
        column("principle", look, 5.4, FindingsTable::principle);
    number("trips", look, 3.8, saving -> Numbers.count(saving.trips()));
    number("likely", look, 4.8, SavingWords::likely);
    TableColumn<FindingRow, String> range = number("range", look, 6.4, SavingWords::range);
    BarCell.Head axis = BarCell.head(look, this::head);
    TableColumn<FindingRow, String> bars = BarCell.column(look, axis, this::bar, _ -> "");
    bars.prefWidthProperty().bind(look.em(11.6));
    table.getColumns().add(bars);
    TableColumn<FindingRow, String> grade =
        Columns.column(
            "", look.em(2.6), row -> mark(row.finding().grade()), FindingsTable::grade, "centred");
    table.getColumns().add(grade);
    table.getColumns().add(switches(look, model));
    Columns.fill(table, title, look.em(13));
    // On a narrow window the picture goes first; the name stays whole, and what it costs.
    table
        .widthProperty()
        .subscribe(
            width -> {
              bars.setVisible(width.doubleValue() > look.em() * 64);
              range.setVisible(width.doubleValue() > look.em() * 55);
              principle.setVisible(width.doubleValue() > look.em() * 49);
              grade.setVisible(width.doubleValue() > look.em() * 43);
            });
    table.setAccessibleHelp(Words.text("whatif.help"));
    Tables.sorted(table, rows);
    rows.subscribe(axis::redraw);
  }

  /// Space switches the selected row, a click any.
  private TableColumn<FindingRow, String> switches(Look look, FindingsViewModel model) {
    TableColumn<FindingRow, String> column =
        Columns.text(
            Words.text("whatif"),
            look.em(4.6),
            row ->
                row.changes().isEmpty()
                    ? Numbers.NOT_APPLICABLE
                    : Words.text(model.whatIf().isOn(row.changes()) ? "whatif.on" : "whatif.off"));
    column.setCellFactory(_ -> new SwitchCell(model));
    model.whatIf().chosenProperty().subscribe(_ -> table.refresh());
    model.whatIf().subjectProperty().subscribe(any -> column.setVisible(any != null));
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          FindingRow row = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && row != null) {
            model.toggle(row);
            event.consume();
          }
        });
    return column;
  }

  TableView<FindingRow> table() {
    return table;
  }

  private TableColumn<FindingRow, String> column(
      String key, Look look, double width, Function<FindingRow, String> value) {
    TableColumn<FindingRow, String> column =
        Columns.text(Words.text("findings." + key), look.em(width), value);
    table.getColumns().add(column);
    return column;
  }

  private TableColumn<FindingRow, String> number(
      String key, Look look, double width, Function<Saving, String> value) {
    TableColumn<FindingRow, String> column =
        Columns.number(
            Words.text("findings." + key),
            look.em(width),
            row -> row.finding().saving().map(value).orElse(Numbers.NOT_APPLICABLE));
    table.getColumns().add(column);
    return column;
  }

  private static String principle(FindingRow row) {
    return row.finding().rule().principle().map(FindingNames::of).orElse(Numbers.NOT_APPLICABLE);
  }

  static String mark(Evidence grade) {
    return switch (grade) {
      case MEASURED -> "●";
      case IMPORTED -> "◆";
      case INFERRED -> "○";
    };
  }

  private static void grade(TableCell<FindingRow, String> cell, FindingRow row) {
    Columns.explain(cell, FindingNames.of(row.finding().grade()));
  }

  private long longest() {
    return rows.stream()
        .flatMap(row -> row.finding().saving().stream())
        .mapToLong(Saving::highNanos)
        .max()
        .orElse(0);
  }

  private void head(Brush brush, Dimension2D size) {
    String text =
        longest() == 0
            ? Words.text("findings.saved")
            : Words.text("findings.saved-to", Numbers.roughly(longest()));
    double middle = size.getHeight() / 2;
    brush.text(Brush.Face.CAPTION, "text-2", text, EDGE, middle, TextAlignment.LEFT);
  }

  private void bar(Brush brush, Dimension2D size, FindingRow row) {
    SavingBar bar = new SavingBar(EDGE, size.getWidth() - 3 * EDGE, longest());
    double middle = Math.rint(size.getHeight() / 2);
    row.finding().saving().ifPresent(saving -> bar.draw(brush, saving, middle, brush.em()));
  }
}
