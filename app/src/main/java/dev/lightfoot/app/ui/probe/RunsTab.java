package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.report.Numbers;
import dev.lightfoot.report.PhaseNames;
import java.util.ArrayList;
import java.util.List;

/// The timing of each run: the dots of the phase bar as a table.
final class RunsTab {
  private static final List<Phase> PHASES =
      List.of(
          Phase.BLOCKED,
          Phase.DNS,
          Phase.TCP,
          Phase.PROXY,
          Phase.TLS,
          Phase.QUIC,
          Phase.SEND,
          Phase.WAIT,
          Phase.RECEIVE);

  private RunsTab() {}

  /// One run.
  ///
  /// @param number from 1, over all runs
  /// @param drawn whether the bars show this one
  record Row(int number, Run run, boolean drawn) {}

  static DetailTab<Row> of(Look look) {
    DetailTab<Row> tab = new DetailTab<>("runs", RunsTab::rows);
    var columns = tab.table().getColumns();
    columns.add(
        Columns.number(
            Words.text("run.number"), look.em(4), row -> Integer.toString(row.number())));
    columns.add(
        Columns.text(
            Words.text("run.state"), look.em(6.5), row -> PhaseNames.of(row.run().state())));
    for (Phase phase : PHASES) {
      columns.add(
          Columns.number(
              Words.text("run." + phase.label()), look.em(6.2), row -> took(row.run(), phase)));
    }
    columns.add(Columns.number(Words.text("run.gap"), look.em(6.2), row -> gap(row.run())));
    columns.add(
        Columns.column(
            Words.text("run.total"),
            look.em(6.5),
            row -> Numbers.millis(row.run().durationNanos()),
            (cell, _) -> cell.getStyleClass().add("strong"),
            "numeric"));
    columns.add(Columns.number(Words.text("run.status"), look.em(5), row -> status(row.run())));
    columns.add(Columns.text(Words.text("run.note"), look.em(26), RunsTab::note));
    DetailTabs.fillLast(tab, look);
    return tab;
  }

  private static List<Row> rows(Reading reading) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < reading.snapshot().runs().size(); i++) {
      Run run = reading.snapshot().runs().get(i);
      boolean drawn = reading.billedRun().filter(billed -> billed.equals(run)).isPresent();
      rows.add(new Row(i + 1, run, drawn));
    }
    return rows;
  }

  /// Time in that phase over all hops; a dash where no hop had it.
  private static String took(Run run, Phase phase) {
    boolean any = false;
    long nanos = 0;
    for (Exchange hop : run.exchanges()) {
      switch (hop.phases().byPhase().get(phase)) {
        case PhaseTiming.Measured _, PhaseTiming.Failed _ -> {
          any = true;
          nanos += hop.phases().durationNanos(phase);
        }
        case PhaseTiming.NotApplicable _ -> {}
        case null -> {}
      }
    }
    return any ? Numbers.millis(nanos) : Numbers.NOT_APPLICABLE;
  }

  private static String gap(Run run) {
    long phases = run.exchanges().stream().mapToLong(hop -> hop.phases().totalNanos()).sum();
    return Numbers.millis(run.durationNanos() - phases);
  }

  private static String status(Run run) {
    if (run.exchanges().isEmpty() || run.exchanges().getLast().status().isEmpty()) {
      return Numbers.NOT_APPLICABLE;
    }
    return Integer.toString(run.exchanges().getLast().status().getAsInt());
  }

  private static String note(Row row) {
    if (row.run().error().isPresent()) {
      RunError error = row.run().error().get();
      return error.code() + ": " + error.message();
    }
    if (row.run().interrupted()) {
      return Words.text("run.interrupted");
    }
    return row.drawn() ? Words.text("run.drawn") : "";
  }
}
