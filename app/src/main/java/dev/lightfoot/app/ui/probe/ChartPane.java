package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.app.ui.chart.bar.PhaseBarChart;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where the time went: the phase bar with its title.
final class ChartPane extends VBox {
  private final PhaseBarChart chart;
  private final Label note = Labels.wrapped("", "caption");

  ChartPane(Look look, Runnable showTable) {
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.7em 0 0.1em 0; -fx-spacing: 0.5em;");
    chart = new PhaseBarChart(look, showTable);
    Label title = Labels.of(Words.text("chart.title"), "panel-title");
    title.setId("chart-title");
    // With large text the note breaks into lines before the title is cut.
    title.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    HBox head = new HBox(16, title, note);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.setStyle("-fx-padding: 0 1.6em 0 1.6em;");
    getChildren().addAll(head, chart);
  }

  PhaseBarChart chart() {
    return chart;
  }

  void show(ProbeReading reading, Stage stage) {
    note.setText(note(reading, stage));
    int rows = stage == Stage.RUNNING ? reading.planned() : reading.snapshot().runs().size();
    chart.show(reading.bar(), rows, bill(reading), live(reading));
  }

  private static String note(ProbeReading reading, Stage stage) {
    String run = reading.bar().run().isEmpty() ? "" : "" + reading.bar().run().getAsInt();
    if (stage == Stage.FAILED) {
      int made = reading.snapshot().runs().size();
      return made < reading.planned()
          ? Words.text("chart.note.failed", "" + made, "" + reading.planned())
          : "";
    }
    if (run.isEmpty()) {
      return Words.text("chart.note.waiting");
    }
    if (stage == Stage.STOPPED) {
      return Words.text(
          "chart.note.stopped", "" + MeasurementWords.ended(reading), "" + reading.planned());
    }
    if (reading.snapshot().runs().size() < 2 && stage != Stage.RUNNING) {
      return Words.text("chart.note.single");
    }
    return Words.text(
        stage == Stage.RUNNING ? "chart.note.running" : "chart.note.done", run, total(reading));
  }

  /// Of the run that is drawn: the headline's number is the median of all.
  private static String total(ProbeReading reading) {
    return reading
        .billedRun()
        .map(billed -> Numbers.duration(RedirectChain.of(billed).durationNanos()))
        .orElse("");
  }

  private static String live(ProbeReading reading) {
    return reading
        .live()
        .map(
            run ->
                run.phase()
                    .map(
                        p ->
                            Words.text(
                                "chart.live-phase", "" + (run.index() + 1), PhaseNames.of(p)))
                    .orElseGet(() -> Words.text("chart.live", "" + (run.index() + 1))))
        .orElse("");
  }

  /// How the distance adds up: trips × RTT by peer.
  private static String bill(ProbeReading reading) {
    Map<Long, Integer> trips = new LinkedHashMap<>();
    for (LedgerLine line : reading.ledger().lines()) {
      if (line.rttNanos().isPresent() && line.trips().orElse(0) > 0) {
        trips.merge(line.rttNanos().getAsLong(), line.trips().getAsInt(), Integer::sum);
      }
    }
    return trips.isEmpty()
        ? ""
        : trips.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + Numbers.rtt(entry.getKey()))
                .collect(Collectors.joining(" + "))
            + " ms";
  }
}
