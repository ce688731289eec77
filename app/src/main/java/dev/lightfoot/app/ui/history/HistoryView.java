package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.chart.history.TrendChart;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.FilterField;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.SideLayout;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.history.schedule.ScheduledProbes;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.StoredSnapshot;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The history: what was saved, by target, and how the chosen target went over time.
public final class HistoryView implements ScreenView {
  private static final double GAP = 9;

  private final StackPane notices = new StackPane();
  private final HistoryViewModel model;
  private final Look look;
  private final SnapshotSheets asking;
  private final TextField filter =
      FilterField.of(
          "history-filter", Words.text("history.filter.prompt"), Words.text("history.filter"));
  private final SnapshotTable snapshots;
  private final TargetsPane targets;
  private final TrendPane trend;
  private final SchedulePane scheduled;
  private final ScheduleSheet scheduling;
  private final Label title = Labels.wrapped("", "screen-title");
  private final Label damaged = Labels.wrapped("", "danger-text");
  private final VBox page;

  /// @param probes what is measured again and again
  /// @param pictures saves a chart under a name that is proposed
  /// @param zone the zone of the times shown
  public HistoryView(
      HistoryViewModel model,
      ScheduledProbes probes,
      Look look,
      Sheets sheets,
      BiConsumer<Chart, String> pictures,
      ZoneId zone) {
    this.model = model;
    this.look = look;
    this.asking = new SnapshotSheets(model, sheets);
    this.snapshots =
        new SnapshotTable(model, look, empty(), asking::rename, this::showTitle).columns(zone);
    this.targets = new TargetsPane(model, look, snapshots::selectNewest);
    this.trend =
        new TrendPane(
            model,
            look,
            zone,
            chartCommands(),
            new TrendPane.Ways() {
              @Override
              public void fit() {
                model.fit(found -> showFit(sheets, pictures, found));
              }

              @Override
              public void picture(Trend trend) {
                pictures.accept(new Chart.Over(trend, zone), Words.text("history.picture.name"));
              }
            });
    this.scheduled = new SchedulePane(probes, look, zone);
    this.scheduling = new ScheduleSheet(probes, sheets);
    this.page = new VBox(bar(), notices, ScrollPages.of(content()));
    Tables.onOpen(filter, table(), model::open);
    table()
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> trend.chart().mark(row == null ? "" : row.id()));
    title.setId("history-title");
    damaged.setId("history-damaged");
    model.onDamaged(this::showDamaged);
    showDamaged();
    model
        .loadedProperty()
        .subscribe(
            _ -> {
              snapshots.selectFirst();
              showTitle();
            });
  }

  /// Not over what was opened meanwhile, and not over another screen.
  private void showFit(Sheets sheets, BiConsumer<Chart, String> pictures, DistanceFit found) {
    if (!sheets.isOpen() && page.getScene() != null && page.isVisible()) {
      FitSheet.open(sheets, look, pictures, found);
    }
  }

  private BreakingRow bar() {
    filter.textProperty().bindBidirectional(model.filterProperty());
    BreakingRow bar =
        new BreakingRow(
            12,
            VPos.CENTER,
            filter,
            button("history.open", "history-open", model::open),
            compare(),
            button("history.rename", "history-rename", asking::rename),
            button("history.annotate", "history-annotate", asking::annotate),
            button("history.delete", "history-delete", model::delete),
            schedule());
    bar.growing(filter, () -> look.em() * 14).apart().getStyleClass().add("top-bar");
    return bar;
  }

  /// Of several rows: those are compared with each other.
  private Button compare() {
    Button compare =
        Buttons.of(Words.text("compare.with"), () -> model.compare(snapshots.allSelected()));
    compare
        .textProperty()
        .bind(
            Bindings.when(snapshots.moreSelectedThan(1))
                .then(Words.text("history.compare-these"))
                .otherwise(Words.text("compare.with")));
    compare.setId("history-compare");
    compare.setMinWidth(Region.USE_PREF_SIZE);
    Tooltip how = new Tooltip(Words.text("history.compare-how"));
    how.setShowDelay(Columns.TOOLTIP_DELAY);
    compare.setTooltip(how);
    compare
        .disableProperty()
        .bind(
            snapshots
                .nothingSelected()
                .or(snapshots.moreSelectedThan(HistoryViewModel.MOST_COMPARED)));
    return compare;
  }

  private Button schedule() {
    Button schedule =
        Buttons.of(
            Words.text("schedule.open"),
            () ->
                scheduling.open(
                    snapshots.selected().map(StoredSnapshot::target).orElse("https://")));
    schedule.setId("history-schedule");
    schedule.setMinWidth(Region.USE_PREF_SIZE);
    return schedule;
  }

  private Button button(String key, String id, Consumer<StoredSnapshot> action) {
    Button button = Buttons.of(Words.text(key), () -> snapshots.selected().ifPresent(action));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(snapshots.nothingSelected().or(snapshots.moreSelectedThan(1)));
    return button;
  }

  private TableView<StoredSnapshot> table() {
    return snapshots.table();
  }

  private VBox content() {
    StackPane panel = new StackPane(table());
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 0.15em 0.57em 0.57em 0.57em;");
    table().minHeightProperty().bind(look.em(8));
    VBox.setVgrow(panel, Priority.ALWAYS);
    VBox.setVgrow(targets, Priority.ALWAYS);
    VBox left = new VBox(GAP, trend, panel);
    SideLayout both = new SideLayout(look.emProperty(), left, new VBox(GAP, targets, scheduled));
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox content = new VBox(title, damaged, limit(), both);
    content.getStyleClass().add("content");
    VBox.setVgrow(content, Priority.ALWAYS);
    return content;
  }

  /// Why those that are selected cannot be compared.
  private Label limit() {
    int most = HistoryViewModel.MOST_COMPARED;
    Label limit = Labels.wrapped(Words.text("history.compare-limit", Numbers.count(most)), "quiet");
    limit.setId("history-compare-limit");
    limit.visibleProperty().bind(snapshots.moreSelectedThan(most));
    limit.managedProperty().bind(limit.visibleProperty());
    return limit;
  }

  private TrendChart.Commands chartCommands() {
    return new TrendChart.Commands() {
      @Override
      public void select(String id) {
        snapshots.select(id);
      }

      @Override
      public void open(String id) {
        model.snapshot(id).ifPresent(model::open);
      }

      @Override
      public void showTable() {
        table().requestFocus();
      }
    };
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

  private void showTitle() {
    int count = model.snapshots().size();
    title.setText(
        model.nothingSaved()
            ? Words.text("history.title.none")
            : model
                .chosenProperty()
                .get()
                .map(
                    series ->
                        Words.text(
                            "history.title.of",
                            Words.count("history.title", count),
                            series.subject().target(),
                            series.kind()))
                .orElseGet(() -> Words.count("history.title", count)));
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
    return table();
  }

  @Override
  public Node filter() {
    return filter;
  }

  @Override
  public List<Node> regions() {
    return List.of(filter, trend.chart(), table(), targets.table());
  }
}
