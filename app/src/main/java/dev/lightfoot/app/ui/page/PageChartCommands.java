package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.chart.page.ChartLine;
import dev.lightfoot.app.ui.chart.page.PageCommands;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.report.layout.page.PageLine;
import javafx.beans.property.BooleanProperty;

/// What the keys and the mouse of the waterfall do.
///
/// @param ways where they lead beside the chart
record PageChartCommands(PageSight sight, Workspace workspace, Ways ways) implements PageCommands {

  /// Where keys lead that leave the chart.
  interface Ways {
    void details();

    void table();

    void copy();
  }

  @Override
  public void select(int line) {
    sight.select(line);
  }

  @Override
  public void selectBar(int bar) {
    sight.selectBar(bar);
  }

  @Override
  public void fold(int line, boolean folded) {
    sight.fold(line, folded);
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

  /// Of a request its details; a head is folded or unfolded.
  @Override
  public void showDetails() {
    PageLines lines = sight.linesProperty().get();
    int line = sight.selectedLine();
    if (lines == null || line < 0) {
      return;
    }
    boolean head =
        lines.at(line) instanceof ChartLine.Plain(PageLine plain)
            && !(plain instanceof PageLine.Request);
    if (!head) {
      ways.details();
    } else if (lines.foldable(line)) {
      sight.fold(line, !lines.folded(line));
    }
  }

  @Override
  public void showTable() {
    ways.table();
  }

  @Override
  public void nextFailed() {
    if (!sight.nextFailed()) {
      workspace.say(Words.text("page.status.no-failed"));
    }
  }

  @Override
  public void toggleCritical() {
    toggle(sight.criticalProperty());
  }

  @Override
  public void toggleFoundBy() {
    toggle(sight.foundByProperty());
  }

  private static void toggle(BooleanProperty shown) {
    shown.set(!shown.get());
  }

  @Override
  public void copy() {
    ways.copy();
  }
}
