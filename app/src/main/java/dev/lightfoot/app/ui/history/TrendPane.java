package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.chart.history.TrendChart;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.history.Trend;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How the chosen target went over time; nothing where all are looked at.
final class TrendPane extends VBox {
  /// In em.
  private static final double LEAST_SENTENCE = 20;

  private final Label sentence = Labels.wrapped("", "panel-title");
  private final TrendChart chart;
  private final TrendText words;

  /// What a person can ask of it.
  interface Ways {
    /// Shows how the first byte grows with distance.
    void fit();

    /// Saves the chart.
    void picture(Trend trend);
  }

  TrendPane(
      HistoryViewModel model, Look look, ZoneId zone, TrendChart.Commands commands, Ways ways) {
    super(4);
    this.words = new TrendText(zone);
    this.chart = new TrendChart(look, zone, commands);
    sentence.setId("history-change");
    Button distance = Buttons.small(Words.text("fit.open"), ways::fit);
    distance.setId("history-fit");
    // It stays enabled: one that is disabled loses the keyboard. A second press begins nothing.
    model
        .fittingProperty()
        .subscribe(
            working -> {
              distance.setText(working.isEmpty() ? Words.text("fit.open") : working);
              distance.setAccessibleText(distance.getText());
            });
    Button picture =
        Buttons.small(
            Words.text("history.picture"),
            () -> model.trendProperty().get().ifPresent(ways::picture));
    picture.setId("history-picture");
    BreakingRow head = new BreakingRow(12, VPos.CENTER, sentence, distance, picture);
    head.growing(sentence, () -> look.em() * LEAST_SENTENCE);
    head.setStyle("-fx-padding: 0 1.2em 0 1.2em;");
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.7em 1px 1px 1px;");
    getChildren().addAll(head, chart);
    model.trendProperty().subscribe(this::show);
  }

  private void show(Optional<Trend> trend) {
    setVisible(trend.isPresent());
    setManaged(trend.isPresent());
    trend.ifPresent(
        shown -> {
          sentence.setText(words.sentence(shown));
          chart.show(shown);
        });
  }

  TrendChart chart() {
    return chart;
  }
}
