package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.app.ui.chart.bar.LightLegend;
import dev.lightfoot.app.ui.chart.bar.PhaseBarChart;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Where the time went: the phase bar with its title.
final class ChartPane extends VBox {
  /// In em.
  private static final double LEAST_NOTE = 18;

  private final PhaseBarChart chart;
  private final Label note = Labels.wrapped("", "caption");
  private final LightLegend light = new LightLegend();
  private final Button places;
  private final Button back;
  private final Button exclude;

  /// @param askPlaces asks where both ends were
  ChartPane(Look look, Runnable showTable, Runnable askPlaces, ProbeViewModel model) {
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.7em 0 0.1em 0; -fx-spacing: 0.5em;");
    chart = new PhaseBarChart(look, showTable, model.runs()::lookAt);
    places = Buttons.small(Words.text("places.ask"), askPlaces);
    places.setId("chart-places");
    back = Buttons.small(Words.text("chart.back"), model.runs()::lookAtBilled);
    back.setId("chart-back");
    exclude = Buttons.small("", model.runs()::toggleExcluded);
    exclude.setId("chart-exclude");
    Label title = Labels.of(Words.text("chart.title"), "panel-title");
    title.setId("chart-title");
    note.setId("chart-note");
    light.setId("chart-light");
    BreakingRow head = new BreakingRow(12, VPos.CENTER, title, note, light, places, back, exclude);
    head.growing(note, () -> look.em() * LEAST_NOTE);
    head.setStyle("-fx-padding: 0 1.6em 0 1.6em;");
    getChildren().addAll(head, chart);
  }

  PhaseBarChart chart() {
    return chart;
  }

  void show(ProbeReading reading, Stage stage) {
    note.setText(note(reading, stage));
    light.show(reading.bar().light());
    boolean choice = reading.snapshot().runs().size() > 1 && stage != Stage.RUNNING;
    shown(places, stage != Stage.RUNNING && !reading.snapshot().id().isEmpty());
    shown(back, choice && reading.chosen().isPresent());
    shown(exclude, choice && reading.drawnRun().filter(ChartPane::couldCount).isPresent());
    boolean counts = reading.drawnRun().filter(Run::counts).isPresent();
    exclude.setText(Words.text(counts ? "chart.exclude" : "chart.count", run(reading)));
    exclude.setAccessibleText(exclude.getText());
    int rows = stage == Stage.RUNNING ? reading.planned() : reading.snapshot().runs().size();
    chart.show(reading.bar(), rows, bill(reading), live(reading));
  }

  private static void shown(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  /// Whether nothing but the person's choice can keep it out of the median.
  private static boolean couldCount(Run run) {
    return run.error().isEmpty()
        && !run.interrupted()
        && !run.leftOut().equals(Optional.of(LeftOut.PREPARING));
  }

  private static String run(ProbeReading reading) {
    return reading.bar().run().stream().mapToObj(Integer::toString).findFirst().orElse("");
  }

  private static String note(ProbeReading reading, Stage stage) {
    String run = run(reading);
    if (stage == Stage.FAILED) {
      int made = reading.snapshot().runs().size();
      return made < reading.planned()
          ? Words.text("chart.note.failed", "" + made, "" + reading.planned())
          : "";
    }
    if (run.isEmpty()) {
      return Words.text("chart.note.waiting");
    }
    if (reading.bar().isLive()) {
      return Words.text("chart.note.first");
    }
    if (stage == Stage.STOPPED) {
      return Words.text(
          "chart.note.stopped", "" + MeasurementWords.ended(reading), "" + reading.planned());
    }
    if (reading.snapshot().runs().size() < 2 && stage != Stage.RUNNING) {
      return Words.text("chart.note.single");
    }
    if (reading.chosen().isPresent()) {
      return Words.text("chart.note.chosen", run, total(reading));
    }
    return stage == Stage.RUNNING
        ? Words.text("chart.note.running", run, total(reading))
        : Words.text("chart.note.done", run, total(reading)) + rows(reading.bar().rows());
  }

  /// Which rows are of another kind than the others: runs on the kept connection below cold ones,
  /// and those that do not count.
  private static String rows(List<PhaseBar.Row> rows) {
    StringBuilder text = new StringBuilder();
    List<PhaseBar.Row> counted = rows.stream().filter(PhaseBar.Row::counts).toList();
    long cold = counted.stream().takeWhile(row -> row.state() != RunState.WARM).count();
    List<PhaseBar.Row> warm = counted.stream().skip(cold).toList();
    if (cold > 0
        && !warm.isEmpty()
        && warm.stream().allMatch(row -> row.state() == RunState.WARM)) {
      text.append(Words.text("chart.note.warm", Integer.toString(warm.getFirst().run())));
    }
    if (counted.size() < rows.size()) {
      text.append(Words.text("chart.note.hollow"));
    }
    return text.toString();
  }

  /// Of the run that is drawn: the headline's number is the median of all.
  private static String total(ProbeReading reading) {
    return reading
        .drawnRun()
        .map(drawn -> Numbers.duration(RedirectChain.of(drawn).durationNanos()))
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
