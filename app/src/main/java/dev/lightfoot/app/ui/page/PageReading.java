package dev.lightfoot.app.ui.page;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.ui.detail.Hops;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.redact.Redactor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The loads of a page, whole or under way, with what follows from them: computed once, off the
/// window's thread, and then only looked at.
///
/// @param snapshot what was measured so far
/// @param planned how many runs were asked for; as many as there are for an opened snapshot
/// @param live whether its last run is still under way
/// @param chosen index of the run that the person wants to look at; empty for the one nearest to
///   the median
/// @param drawn index of the run that is looked at
/// @param run that run, without its secrets
/// @param hosts what DNS says of the page's hosts, without secrets
/// @param waterfall its requests
/// @param bill of that run
/// @param headline the answer in words: of all runs, whichever is looked at
public record PageReading(
    Snapshot snapshot,
    int planned,
    boolean live,
    OptionalInt chosen,
    int drawn,
    Run run,
    List<HostFacts> hosts,
    PageWaterfall waterfall,
    BillTable bill,
    Headline headline) {

  /// The reading of a snapshot, which has at least one run of a page.
  static PageReading of(Snapshot snapshot, int planned, boolean live, OptionalInt chosen) {
    int drawn = chosen.orElseGet(() -> nearest(snapshot, live));
    Snapshot clean = Redactor.redact(snapshot).snapshot();
    Run run = clean.runs().get(drawn);
    Distances distances = Distances.of(clean);
    PageWaterfall waterfall = PageWaterfall.of(run, clean.runs(), distances);
    return new PageReading(
        snapshot,
        planned,
        live,
        chosen,
        drawn,
        run,
        clean.hosts(),
        waterfall,
        BillTable.of(RunBill.of(run, clean.runs())),
        live ? running(clean.runs(), planned) : finished(clean, planned, drawn, waterfall));
  }

  private static Headline running(List<Run> runs, int planned) {
    return Headlines.running(runs.subList(0, runs.size() - 1), planned, Optional.empty());
  }

  private static Headline finished(
      Snapshot clean, int planned, int drawn, PageWaterfall waterfall) {
    List<Run> runs = clean.runs();
    return Headlines.finished(
        clean,
        OptionalInt.of(planned),
        run -> run == drawn ? waterfall : PageWaterfall.of(runs.get(run), runs));
  }

  /// The lines below the answer.
  String note() {
    return headline
        .second()
        .map(second -> second + " " + headline.caption())
        .orElse(headline.caption());
  }

  /// Whether a snapshot has anything to show.
  static boolean possible(Snapshot snapshot) {
    return snapshot.runs().stream().anyMatch(run -> run.page().isPresent());
  }

  /// The run that stands for all: of those that ended the nearest to the median, before one has,
  /// the one under way.
  private static int nearest(Snapshot snapshot, boolean live) {
    List<Run> ended =
        live ? snapshot.runs().subList(0, snapshot.runs().size() - 1) : snapshot.runs();
    OptionalInt billed = Summary.of(ended).billed();
    return billed.orElse(snapshot.runs().size() - 1);
  }

  /// The same with another run to look at.
  ///
  /// @param which its index; empty for the one nearest to the median
  PageReading lookingAt(OptionalInt which) {
    return of(snapshot, planned, live, which);
  }

  /// The same loads in another state: named, or joined with what servers recorded.
  PageReading with(Snapshot other) {
    return of(other, planned, live, chosen);
  }

  /// What the details show of a request: it and what its redirects led to.
  Hops details(int row) {
    return new Hops(
        List.of(run.exchanges().get(row)), hosts, snapshot.takenAt().toInstant(), !live);
  }

  /// What servers recorded within the wait of a request.
  List<StackRow> stack(int row) {
    Exchange exchange = run.exchanges().get(row);
    Run alone = run.with(List.of(exchange), run.spans(), run.alignments());
    return StackBuilder.build(alone, List.of(run)).rows();
  }

  /// The time of the page in the run that is looked at.
  long pageNanos() {
    return RunTime.nanos(run);
  }

  /// Whether that run stands for all.
  boolean isNearest() {
    return drawn == nearest(snapshot, live);
  }
}
