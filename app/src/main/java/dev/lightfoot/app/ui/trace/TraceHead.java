package dev.lightfoot.app.ui.trace;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.trace.TraceViewModel.Picture;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.TraceFlame;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Above the picture of a trace: what it shows, and what can be done with it.
final class TraceHead extends VBox {
  private final TraceViewModel model;
  private final Label title = Labels.of("", "panel-title");
  private final Label note = Labels.wrapped("", "caption");

  TraceHead(TraceViewModel model, Look look) {
    this.model = model;
    title.setId("trace-title");
    note.setId("trace-note");
    BreakingRow row = new BreakingRow(12, VPos.CENTER, title, note, buttons());
    row.growing(note, () -> look.em() * 14);
    getChildren().add(row);
    model.pictureProperty().subscribe(_ -> show());
    model.flameProperty().subscribe(_ -> show());
  }

  /// The flame view has no instants, and its widths add up to more than the time that passed where
  /// spans ran side by side: that is said where it is seen.
  private void show() {
    TraceFlame made = model.flameProperty().get();
    boolean flames = made != null && model.pictureProperty().get() == Picture.FLAME;
    title.setText(Words.text(flames ? "trace.title.flame" : "trace.title"));
    note.setText(made != null && flames ? TraceSentences.flame(made) : Words.text("trace.keys"));
  }

  private BreakingRow buttons() {
    Button critical =
        Buttons.small(
            Words.text("trace.critical"),
            () -> model.criticalProperty().set(!model.criticalProperty().get()));
    critical.setId("trace-critical");
    Buttons.hint(critical, "P");
    Button fold = Buttons.small(Words.text("trace.fold"), () -> model.foldTo(1));
    fold.setId("trace-fold");
    Button unfold =
        Buttons.small(Words.text("trace.unfold"), () -> model.foldTo(Integer.MAX_VALUE));
    unfold.setId("trace-unfold");
    // They change rows of the waterfall; in the flame view they would do nothing that is seen.
    for (Button each : List.of(critical, fold, unfold)) {
      each.visibleProperty().bind(model.pictureProperty().isEqualTo(Picture.WATERFALL));
      each.managedProperty().bind(each.visibleProperty());
    }
    return new BreakingRow(8, VPos.CENTER, client(), critical, fold, unfold);
  }

  /// To the measurement that the trace belongs to, where there is one.
  private Button client() {
    Button client = Buttons.small(Words.text("trace.client"), model::openClient);
    client.setId("trace-client");
    Runnable offered =
        () -> {
          client.setVisible(model.hasClient());
          client.setManaged(client.isVisible());
        };
    model.readingProperty().subscribe(offered);
    model.measuredProperty().subscribe(offered);
    return client;
  }
}
