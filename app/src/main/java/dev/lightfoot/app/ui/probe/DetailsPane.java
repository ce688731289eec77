package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.detail.DetailTab;
import dev.lightfoot.app.ui.detail.HopTabs;
import dev.lightfoot.app.ui.workspace.Stage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The details: one tab per kind of fact.
final class DetailsPane extends VBox {
  private final HopTabs hops;
  private final DetailTab<RunsTab.Row> runs;
  private final BodyTab body = new BodyTab();
  private final ProbeViewModel model;
  private final TabPane tabs;

  DetailsPane(Look look, ProbeViewModel model) {
    this.model = model;
    getStyleClass().add("panel");
    setStyle("-fx-padding: 1px 1px 0.4em 1px;");
    hops = new HopTabs(look);
    runs = RunsTab.of(look, row -> model.runs().lookAt(row.number() - 1));
    List<DetailTab<?>> all = new ArrayList<>(hops.all());
    all.add(runs);
    tabs = HopTabs.pane("details", all);
    tabs.getTabs().add(tabs.getTabs().indexOf(hops.headers()) + 1, body.tab());
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().add(tabs);
    minHeightProperty().bind(look.em(13));
    prefHeightProperty().bind(look.em(13));
  }

  TabPane tabs() {
    return tabs;
  }

  /// Shows the details; where the certificate failed, that first.
  void show(ProbeReading reading, Stage stage) {
    hops.show(reading.details());
    runs.show(RunsTab.rows(reading), reading.drawnRun().isPresent());
    body.show(reading, reading.drawn().stream().boxed().findFirst().flatMap(model::bodyOf));
    boolean broken =
        reading.failure().map(error -> error.code().startsWith("LF-TLS")).orElse(false);
    if (stage == Stage.FAILED && broken && !hops.certificates().isDisable()) {
      tabs.getSelectionModel().select(hops.certificates());
    } else {
      HopTabs.leaveEmpty(tabs);
    }
  }

  /// Brings the table of all runs to the front: the twin of the chart.
  void showRuns() {
    if (!runs.tab().isDisable()) {
      tabs.getSelectionModel().select(runs.tab());
      runs.table().requestFocus();
    }
  }
}
