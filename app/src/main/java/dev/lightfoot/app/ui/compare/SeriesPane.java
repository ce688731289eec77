package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.app.ui.chart.compare.StripChart;
import dev.lightfoot.app.ui.chart.compare.StripPicture;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.compare.CompareCautions;
import dev.lightfoot.report.compare.CompareWords;
import dev.lightfoot.report.layout.compare.StripTable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All that are compared with A, every run of each and what may be said of it. The one that is
/// opened becomes B.
final class SeriesPane extends ScrollPane {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private final CompareViewModel model;
  private final CompareTabs.Ways ways;
  private final CompareSentences said = new CompareSentences();
  private final StripChart strips;
  private final ObservableList<Row> shown = FXCollections.observableArrayList();
  private final TableView<Row> table;
  private final Label note = Labels.wrapped("", "caption");
  private final Button add;
  private final Button leaveOut;

  /// One of them.
  ///
  /// @param place among all
  /// @param front whether it is B
  record Row(int place, boolean front, Comparison comparison) {
    /// Of the snapshot.
    String id() {
      return comparison.b().id();
    }
  }

  SeriesPane(CompareViewModel model, Look look, ZoneId zone, CompareTabs.Ways ways) {
    this.model = model;
    this.ways = ways;
    strips = new StripChart(look, "compare-series-strips", "compare.series.strips", commands());
    table = table(look, zone);
    add = Buttons.small(Words.text("compare.series.add"), ways::add);
    add.setId("compare-add");
    leaveOut = Buttons.small(Words.text("compare.series.leave-out"), this::leaveOut);
    leaveOut.setId("compare-leave-out");
    note.setId("compare-series-note");
    BreakingRow tools = new BreakingRow(8, VPos.CENTER, note, add, leaveOut);
    tools.growing(note, () -> look.em() * 16);
    tools.setStyle("-fx-padding: 0.3em 0.9em 0.4em 0.9em;");
    VBox all = new VBox(tools, strips, table);
    ScrollPane pages = ScrollPages.of(all);
    setContent(pages.getContent());
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().add("plain-scroll");
    model.readingProperty().subscribe(this::show);
    table.getSelectionModel().selectedItemProperty().subscribe(_ -> showStrips());
  }

  /// The same as a table.
  TableView<?> table() {
    return table;
  }

  private TableView<Row> table(Look look, ZoneId zone) {
    TableView<Row> made =
        Tables.of(
            Words.text("compare.series.name"),
            Labels.wrapped(Words.text("compare.tab.runs.none"), "quiet"));
    made.setId("compare-series");
    made.setStyle("-fx-padding: 0 0.6em 0 0.6em;");
    made.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    made.getColumns().add(Columns.text("", look.em(2.4), row -> row.front() ? "B" : ""));
    made.getColumns().getFirst().setId("compare-series-front");
    TableColumn<Row, String> name =
        text(made, "compare.series.snapshot", look, 12, it -> CompareSentences.title(it.b()));
    text(
        made,
        "history.when",
        look,
        10.6,
        it -> it.b().takenAt().atZoneSameInstant(zone).format(WHEN));
    number(made, "compare.after", look, 5.4, it -> CompareSentences.millis(it.total().b()));
    number(made, "compare.shift-ms", look, 5.6, it -> CompareSentences.shift(it.total()));
    number(made, "compare.interval-ms", look, 10.4, it -> CompareSentences.interval(it.total()));
    number(made, "compare.p", look, 7.4, it -> CompareSentences.probability(it.total()));
    made.getColumns()
        .add(
            Columns.column(
                Words.text("compare.verdict"),
                look.em(10),
                row -> CompareWords.verdict(row.comparison().total().verdict()),
                (cell, row) -> ExchangeTable.colour(cell, row.comparison().total().verdict()),
                "left"));
    text(made, "compare.series.order", look, 15, it -> CompareCautions.order(it.order()));
    Columns.fill(made, name, look.em(9));
    Tables.onOpen(made, row -> model.bring(row.id()));
    Tables.sorted(made, shown);
    Tables.fitToRows(made, look.emProperty());
    return made;
  }

  private static TableColumn<Row, String> text(
      TableView<Row> table, String key, Look look, double width, Function<Comparison, String> of) {
    TableColumn<Row, String> column =
        Columns.text(Words.text(key), look.em(width), row -> of.apply(row.comparison()));
    table.getColumns().add(column);
    return column;
  }

  private static void number(
      TableView<Row> table, String key, Look look, double width, Function<Comparison, String> of) {
    table
        .getColumns()
        .add(Columns.number(Words.text(key), look.em(width), row -> of.apply(row.comparison())));
  }

  private StripChart.Commands commands() {
    return new StripChart.Commands() {
      @Override
      public void select(int row) {
        selectPlace(row);
      }

      @Override
      public void run() {
        Row selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
          model.bring(selected.id());
        }
      }

      @Override
      public void showTable() {
        table.requestFocus();
      }

      @Override
      public void copy() {
        Tables.copy(table);
        ways.copied();
      }
    };
  }

  /// The table may be sorted, the strips never are.
  private void selectPlace(int place) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).place() == place) {
        table.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private void leaveOut() {
    Row selected = table.getSelectionModel().getSelectedItem();
    if (selected != null) {
      model.leaveOut(selected.id());
    }
  }

  private void show(@Nullable CompareReading reading) {
    if (reading == null) {
      return;
    }
    List<Comparison> all = reading.series();
    List<Row> rows =
        java.util.stream.IntStream.range(0, all.size())
            .mapToObj(i -> new Row(i, i == reading.front(), all.get(i)))
            .toList();
    shown.setAll(rows);
    selectPlace(reading.front());
    note.setText(
        Words.text(
            all.size() == 1 ? "compare.series.one" : "compare.series.many",
            CompareSentences.title(reading.comparison().a()),
            Integer.toString(all.size())));
    add.setDisable(!model.takesMore() || model.kept().isEmpty());
    leaveOut.setDisable(all.size() < 2);
    showStrips();
  }

  private void showStrips() {
    CompareReading reading = model.readingProperty().get();
    if (reading != null) {
      Row selected = table.getSelectionModel().getSelectedItem();
      int place = selected == null ? -1 : selected.place();
      strips.show(new StripPicture(StripTable.ofSeries(reading.series()), place, said));
    }
  }
}
