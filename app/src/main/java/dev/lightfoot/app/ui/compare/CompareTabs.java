package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.LedgerShift;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.control.FilterField;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.layout.compare.StripRow;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The requests of both sides by how they were matched, what else is not the same, the charts as
/// tables, and of pages their waterfalls.
final class CompareTabs extends VBox {
  private final CompareViewModel model;
  private final Ways ways;
  private final TextField filter =
      FilterField.of(
          "compare-filter", Words.text("compare.filter"), Words.text("compare.filter.name"));
  private final TabPane tabs = new TabPane();
  private final Map<RequestSight.Kind, ExchangeTable> requests =
      new EnumMap<>(RequestSight.Kind.class);
  private final Map<RequestSight.Kind, Head> heads = new EnumMap<>(RequestSight.Kind.class);
  private final TableView<Difference> environment;
  private final TableView<StripRow> strips;
  private final TableView<LedgerShift> ledger;
  private final TableView<RunOrder.Dot> runs;
  private final WaterfallPanes panes;
  private final SeriesPane series;
  private final Head differences;
  private final Head phases;
  private final Head bills;
  private final Head order;
  private final Head waterfall;
  private final Head several;

  /// A tab, and what stands in its head beside its name.
  private record Head(Tab tab, Label count) {
    void show(String text, boolean any) {
      count.setText(text);
      tab.setDisable(!any);
    }
  }

  /// What it cannot do itself.
  interface Ways {
    /// Says that rows are on the clipboard.
    void copied();

    /// Asks for one more snapshot that is to be compared with A.
    void add();
  }

  CompareTabs(CompareViewModel model, Look look, ZoneId zone, Ways ways) {
    this.model = model;
    this.ways = ways;
    getStyleClass().add("panel");
    setStyle("-fx-padding: 1px 1px 0.4em 1px;");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(Words.text("compare.details"));
    tabs.setId("compare-details");
    for (RequestSight.Kind kind : RequestSight.Kind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      ExchangeTable table = new ExchangeTable(look, key, model.requests()::clear);
      requests.put(kind, table);
      heads.put(kind, tab(key, table.table()));
    }
    environment = TwinTables.environment(look);
    strips = TwinTables.strips(look);
    runs = TwinTables.runs(look, zone);
    ledger = LedgerTwin.table(look);
    panes = new WaterfallPanes(model.waterfalls(), look, this::showRequests, this::copyRequests);
    differences = tab("environment", environment);
    ScrollPane scroll = ScrollPages.of(panes);
    scroll.getStyleClass().add("plain-scroll");
    waterfall = tab("waterfalls", scroll);
    series = new SeriesPane(model, look, zone, ways);
    several = tab("series", series);
    phases = tab("phases", strips);
    bills = tab("ledger", ledger);
    order = tab("runs", runs);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(tools(look), tabs);
    prefHeightProperty().bind(look.em(22));
    minHeightProperty().bind(look.em(18));
    model.readingProperty().subscribe(this::show);
    model.requests().rowsProperty().subscribe(this::showRows);
  }

  private BreakingRow tools(Look look) {
    filter.textProperty().bindBidirectional(model.requests().filterProperty());
    ToggleButton changed = new ToggleButton(Words.text("compare.changed-only"));
    changed.setId("compare-changed");
    changed.setMinWidth(USE_PREF_SIZE);
    changed.selectedProperty().bindBidirectional(model.requests().changedOnlyProperty());
    Button copy = Buttons.small(Words.text("verdict.copy-table"), this::copyShown);
    copy.setId("compare-copy");
    BreakingRow row = new BreakingRow(8, VPos.CENTER, filter, changed, copy);
    row.growing(filter, () -> look.em() * 10);
    row.getStyleClass().add("small-tools");
    row.setStyle("-fx-padding: 0.5em 0.9em 0.3em 0.9em;");
    return row;
  }

  private Head tab(String key, Node content) {
    Tab tab = new Tab();
    tab.setId("compare-tab-" + key);
    tab.setContent(content);
    Label count = Labels.of("", "tab-count");
    HBox head = new HBox(8, Labels.of(Words.text("compare.tab." + key), "tab-name"), count);
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    tabs.getTabs().add(tab);
    return new Head(tab, count);
  }

  TextField filter() {
    return filter;
  }

  TabPane tabs() {
    return tabs;
  }

  /// The table of all requests.
  TableView<?> requests() {
    return table(RequestSight.Kind.REQUESTS).table();
  }

  private ExchangeTable table(RequestSight.Kind kind) {
    return Objects.requireNonNull(requests.get(kind));
  }

  private void show(@org.jspecify.annotations.Nullable CompareReading reading) {
    if (reading == null) {
      return;
    }
    fill(environment, reading.comparison().environment());
    int different = reading.comparison().environment().size();
    differences.show(
        different == 0 ? Words.text("compare.same") : Integer.toString(different), true);
    fill(strips, reading.strips().rows());
    phases.show(Integer.toString(reading.strips().rows().size()), true);
    fill(ledger, reading.comparison().ledger());
    bills.show(Integer.toString(ledger.getItems().size()), true);
    fill(runs, reading.order().dots());
    order.show(Integer.toString(reading.order().dots().size()), true);
    boolean drawn = reading.shown().isPresent();
    waterfall.show(Words.text(drawn ? "compare.two" : "compare.none"), drawn);
    panes.name(
        OverlaySentences.head(reading, Which.A),
        OverlaySentences.head(reading, Which.B),
        OverlaySentences.head(reading));
    several.show(Integer.toString(reading.series().size()), true);
    leaveDisabled();
  }

  private static <R> void fill(TableView<R> table, List<R> rows) {
    table.getItems().setAll(rows);
  }

  private void showRows(List<ExchangeShift> rows) {
    CompareReading reading = model.readingProperty().get();
    if (reading == null) {
      return;
    }
    for (RequestSight.Kind kind : RequestSight.Kind.values()) {
      List<ExchangeShift> own = rows.stream().filter(kind::holds).toList();
      table(kind).show(own, reading.comparison());
      boolean any = kind.isIn(reading.comparison());
      Objects.requireNonNull(heads.get(kind))
          .show(any ? Integer.toString(own.size()) : Words.text("compare.none"), any);
    }
    leaveDisabled();
  }

  /// What is in front can be reached.
  private void leaveDisabled() {
    Tab front = tabs.getSelectionModel().getSelectedItem();
    if (front != null && front.isDisable()) {
      tabs.getTabs().stream()
          .filter(tab -> !tab.isDisable())
          .findFirst()
          .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }
  }

  /// Brings the twin of the strips to the front.
  void showStrips() {
    tabs.getSelectionModel().select(phases.tab());
    strips.requestFocus();
  }

  private void showRequests() {
    tabs.getSelectionModel().select(0);
    requests().requestFocus();
  }

  private void copyRequests() {
    copy(requests());
  }

  /// The strips as tab-separated values.
  void copyStrips() {
    copy(strips);
  }

  private void copyShown() {
    Tab front = tabs.getSelectionModel().getSelectedItem();
    copy(
        front.getContent() instanceof TableView<?> table
            ? table
            : front.getContent() instanceof SeriesPane all ? all.table() : requests());
  }

  private void copy(TableView<?> table) {
    Copy.text(Tables.tabSeparated(table));
    ways.copied();
  }
}
