package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.detail.DetailTab;
import dev.lightfoot.app.ui.detail.DetailTabs;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.report.BusyWords;
import dev.lightfoot.report.layout.PhaseTenths;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.TableColumn;

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
  /// @param chain its hops
  /// @param tenths its phases as they are shown
  /// @param drawn whether the bars show this one
  record Row(int number, Run run, RedirectChain chain, PhaseTenths tenths, boolean drawn) {}

  /// @param lookAt brings a run into the bars, the bill and the details
  static DetailTab<Row> of(Look look, Consumer<Row> lookAt) {
    DetailTab<Row> tab = new DetailTab<>("runs");
    var columns = tab.table().getColumns();
    columns.add(
        Columns.number(
            Words.text("run.number"), look.em(4), row -> Integer.toString(row.number())));
    columns.add(
        Columns.text(
            Words.text("run.state"), look.em(6.5), row -> PhaseNames.of(row.run().state())));
    List<TableColumn<Row, String>> phases = new ArrayList<>();
    for (Phase phase : PHASES) {
      phases.add(
          Columns.number(
              Words.text("run." + phase.label()), look.em(6.2), row -> took(row, phase)));
    }
    columns.addAll(phases);
    Columns.showFilled(tab.table(), phases);
    columns.add(
        Columns.number(
            Words.text("run.gap"), look.em(6.2), row -> Numbers.ofTenths(row.tenths().gap())));
    columns.add(
        Columns.column(
            Words.text("run.total"),
            look.em(6.5),
            row -> Numbers.ofTenths(row.tenths().total()),
            (cell, _) -> cell.getStyleClass().add("strong"),
            "numeric"));
    columns.add(Columns.number(Words.text("run.status"), look.em(5), row -> status(row.chain())));
    columns.add(Columns.text(Words.text("run.note"), look.em(26), RunsTab::note));
    Tables.onOpen(tab.table(), lookAt);
    DetailTabs.fillLast(tab, look);
    return tab;
  }

  static List<Row> rows(ProbeReading reading) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < reading.snapshot().runs().size(); i++) {
      Run run = reading.snapshot().runs().get(i);
      boolean drawn = reading.drawn().equals(OptionalInt.of(i));
      RedirectChain chain = RedirectChain.of(run);
      rows.add(new Row(i + 1, run, chain, PhaseTenths.of(chain), drawn));
    }
    return rows;
  }

  /// Time in that phase over all hops, marked where the run failed in it; a dash where no hop had
  /// it.
  private static String took(Row row, Phase phase) {
    if (!row.chain().took(phase)) {
      return Numbers.NOT_APPLICABLE;
    }
    return (failed(row, phase) ? "✕ " : "") + Numbers.ofTenths(row.tenths().of(phase));
  }

  private static boolean failed(Row row, Phase phase) {
    return row.chain().hops().stream()
        .flatMap(hop -> hop.phases().timing(phase).stream())
        .anyMatch(PhaseTiming.Failed.class::isInstance);
  }

  private static String status(RedirectChain chain) {
    OptionalInt status = chain.last().map(Exchange::status).orElse(OptionalInt.empty());
    return status.isPresent() ? Integer.toString(status.getAsInt()) : Numbers.NOT_APPLICABLE;
  }

  private static String note(Row row) {
    if (row.run().error().isPresent()) {
      RunError error = row.run().error().get();
      return error.code() + ": " + error.message();
    }
    if (row.run().interrupted()) {
      return Words.text("run.interrupted");
    }
    if (row.run().leftOut().isPresent()) {
      return Sentences.say("leftOut." + row.run().leftOut().get().label());
    }
    String drawn = row.drawn() ? Words.text("run.drawn") : "";
    if (row.run().isBusy()) {
      return BusyWords.of(row.run()) + (drawn.isEmpty() ? "" : "; " + drawn);
    }
    return drawn;
  }
}
