package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.page.PageChart;
import dev.lightfoot.app.ui.chart.page.PageCommands;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.app.ui.chart.page.PagePicture;
import dev.lightfoot.app.ui.chart.page.PageSentences;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The waterfalls of both sides, one above the other on one axis, so that what moved is seen
/// without reading numbers.
final class WaterfallPanes extends VBox {
  private final WaterfallSight sight;
  private final Map<Which, PageChart> charts = new EnumMap<>(Which.class);
  private final Map<Which, Label> heads = new EnumMap<>(Which.class);

  /// @param table leads to the requests as a table
  /// @param copy copies them
  WaterfallPanes(WaterfallSight sight, Look look, Runnable table, Runnable copy) {
    super(2);
    this.sight = sight;
    for (Which which : Which.values()) {
      String id = which.name().toLowerCase(Locale.ROOT);
      PageChart chart =
          new PageChart(
              look,
              "compare-waterfall-" + id,
              "compare.waterfall." + id,
              new PaneCommands(sight, which, table, copy));
      Label head = Labels.wrapped("", "caption");
      head.setStyle("-fx-padding: 0.3em 0.9em 0 0.9em;");
      charts.put(which, chart);
      heads.put(which, head);
      VBox.setVgrow(chart, Priority.ALWAYS);
      getChildren().addAll(head, chart);
      sight.linesProperty(which).subscribe(_ -> show(which));
      sight.selectedProperty(which).subscribe(_ -> show(which));
      sight.barProperty(which).subscribe(_ -> show(which));
    }
    sight
        .windowProperty()
        .subscribe(
            _ -> {
              show(Which.A);
              show(Which.B);
            });
  }

  /// What each side is called.
  void name(String a, String b) {
    head(Which.A).setText(Words.text("compare.waterfall.head", "A", a));
    head(Which.B).setText(Words.text("compare.waterfall.head", "B", b));
  }

  private Label head(Which which) {
    return Objects.requireNonNull(heads.get(which));
  }

  private void show(Which which) {
    PageLines lines = sight.linesProperty(which).get();
    PageChart chart = charts.get(which);
    if (lines != null && chart != null) {
      int selected = sight.selectedProperty(which).get();
      chart.show(
          new PagePicture(
              lines,
              sight.windowProperty().get(),
              selected < lines.size() ? selected : -1,
              sight.barProperty(which).get(),
              true,
              false,
              false,
              new PageSentences(lines.view().waterfall())));
    }
  }

  /// What keys and the mouse ask of one of the two.
  private record PaneCommands(WaterfallSight sight, Which which, Runnable table, Runnable copied)
      implements PageCommands {
    @Override
    public void select(int line) {
      sight.select(which, line);
    }

    @Override
    public void selectBar(int bar) {
      sight.selectBar(which, bar);
    }

    @Override
    public void fold(int line, boolean folded) {
      sight.fold(which, folded);
    }

    @Override
    public void zoom(double factor, long aroundNanos) {
      sight.zoom(factor, aroundNanos);
    }

    @Override
    public void pan(long byNanos) {
      sight.pan(byNanos);
    }

    @Override
    public void look(long fromNanos, long toNanos) {
      sight.look(fromNanos, toNanos);
    }

    @Override
    public void showDetails() {
      table.run();
    }

    @Override
    public void showTable() {
      table.run();
    }

    /// Two loads side by side have their critical paths drawn, and nothing to step through.
    @Override
    public void nextFailed() {}

    @Override
    public void toggleCritical() {}

    @Override
    public void toggleFoundBy() {}

    @Override
    public void copy() {
      copied.run();
    }
  }
}
