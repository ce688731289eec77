package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.ui.detail.Hops;
import dev.lightfoot.app.ui.probe.live.LiveRun;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.BilledChain;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A snapshot, whole or under way, with what follows from it: computed once, off the window's
/// thread, and then only looked at.
///
/// @param snapshot what was measured so far
/// @param planned how many runs were asked for; as many as there are for an opened snapshot
/// @param live the run under way
/// @param summary what its runs say together, and which of them is billed
/// @param headline the answer in words
/// @param chosen index of the run that the person wants to look at; empty for the billed one
/// @param ledger the bill of the run that is looked at
/// @param table that bill as it is shown
/// @param bar the picture of all runs, with that one in its bars
/// @param clean the snapshot without its secrets: what details show and what copies hold
public record ProbeReading(
    Snapshot snapshot,
    int planned,
    Optional<LiveRun> live,
    Summary summary,
    Headline headline,
    OptionalInt chosen,
    Ledger ledger,
    LedgerTable table,
    PhaseBar bar,
    Snapshot clean) {
  private static final Axis NO_AXIS = new Axis(0, 1);

  /// The reading of a snapshot.
  ///
  /// @param axis at least as long as this one, so that it never jumps back while results come in
  public static ProbeReading of(Snapshot snapshot, int planned, Optional<LiveRun> live, Axis axis) {
    Summary summary = Summary.of(snapshot.runs());
    Optional<BilledChain> bill = bill(snapshot, summary.billed());
    PhaseBarBuilder bar = picture(snapshot, summary.billed(), bill).noShorterThan(axis);
    live.ifPresent(run -> bar.live(live(run)));
    return new ProbeReading(
        snapshot,
        planned,
        live,
        summary,
        headline(snapshot, planned, live),
        OptionalInt.empty(),
        ledger(bill),
        table(bill),
        bar.build(),
        Redactor.redact(snapshot).snapshot());
  }

  /// The reading of a whole snapshot.
  public static ProbeReading of(Snapshot snapshot, int planned) {
    return of(snapshot, planned, Optional.empty(), NO_AXIS);
  }

  /// The same with another run to look at: in the bars, the bill and the details. The answer stays
  /// that of all runs.
  ///
  /// @param run its index; empty for the billed one
  public ProbeReading lookingAt(OptionalInt run) {
    OptionalInt other = run.equals(summary.billed()) ? OptionalInt.empty() : run;
    OptionalInt index = other.isPresent() ? other : summary.billed();
    Optional<BilledChain> bill = bill(snapshot, index);
    return new ProbeReading(
        snapshot,
        planned,
        live,
        summary,
        headline,
        other,
        ledger(bill),
        table(bill),
        picture(snapshot, index, bill).noShorterThan(bar.axis()).build(),
        clean);
  }

  /// The reading of the same measurement in another state: named, joined with what servers
  /// recorded, or with runs left out. The run that is looked at stays.
  public ProbeReading of(Snapshot other) {
    return of(other, planned).lookingAt(chosen);
  }

  /// The same with the run that is looked at left out of the median; counted again where it is left
  /// out.
  public ProbeReading excludedOrCounted() {
    int index = drawn().orElseThrow();
    List<Run> runs = new ArrayList<>(snapshot.runs());
    Run run = runs.get(index);
    runs.set(
        index,
        run.with(run.leftOut().isPresent() ? Optional.empty() : Optional.of(LeftOut.EXCLUDED)));
    return of(snapshot.with(runs), planned).lookingAt(OptionalInt.of(index));
  }

  /// The bill of that run, which its bars are drawn by, too.
  private static Optional<BilledChain> bill(Snapshot snapshot, OptionalInt run) {
    return run.stream()
        .mapToObj(index -> BilledChain.of(snapshot.runs().get(index), snapshot.runs()))
        .findFirst();
  }

  private static PhaseBarBuilder picture(
      Snapshot snapshot, OptionalInt run, Optional<BilledChain> bill) {
    PhaseBarBuilder picture = PhaseBarBuilder.of(snapshot.runs()).across(Distances.of(snapshot));
    bill.ifPresent(made -> picture.showing(run.orElseThrow(), made));
    return picture;
  }

  private static Ledger ledger(Optional<BilledChain> bill) {
    return bill.map(BilledChain::ledger).orElse(new Ledger(List.of(), 0));
  }

  private static LedgerTable table(Optional<BilledChain> bill) {
    return bill.map(BilledChain::table)
        .orElse(new LedgerTable(List.of(), new LedgerTable.Cells(0, 0, 0, 0, 0, 0)));
  }

  /// The same when the run under way is given up: what was measured stays.
  public ProbeReading stopped() {
    if (live.isEmpty()) {
      return this;
    }
    RunError cancelled =
        new RunError(live.get().phase(), ErrorType.CANCELLED.label(), Words.text("run.cancelled"));
    List<Run> made = new ArrayList<>(snapshot.runs());
    made.add(
        new Run(
            live.get().state(),
            snapshot.takenAt(),
            Optional.of(cancelled),
            false,
            live.get().hops(),
            List.of(),
            List.of()));
    return of(snapshot.with(made), planned, Optional.empty(), bar.axis());
  }

  private static Headline headline(Snapshot snapshot, int planned, Optional<LiveRun> live) {
    boolean running = snapshot.id().isEmpty() && !stopped(snapshot);
    return running
        ? Headlines.running(snapshot.runs(), planned, live.flatMap(LiveRun::phase))
        : Headlines.finished(snapshot, OptionalInt.of(planned));
  }

  /// Whether the person stopped it: its last run says so.
  private static boolean stopped(Snapshot snapshot) {
    return !snapshot.runs().isEmpty()
        && snapshot
            .runs()
            .getLast()
            .error()
            .filter(error -> error.errorType().equals(ErrorType.CANCELLED.label()))
            .isPresent();
  }

  private static PhaseBar.Live live(LiveRun run) {
    return new PhaseBar.Live(run.index() + 1, run.state(), run.ended(), run.phaseAtNanos());
  }

  /// Index of the run in the bars, the bill and the details: the one that was chosen, else the one
  /// that stands for all.
  public OptionalInt drawn() {
    return chosen.isPresent() ? chosen : summary.billed();
  }

  /// The run in the bars, the bill and the details.
  public Optional<Run> drawnRun() {
    return drawn().stream().mapToObj(snapshot.runs()::get).findFirst();
  }

  /// Its hops without their secrets: what the details show.
  public List<Exchange> hops() {
    return drawn().stream()
        .mapToObj(clean.runs()::get)
        .flatMap(run -> RedirectChain.of(run).hops().stream())
        .toList();
  }

  /// What the details show.
  public Hops details() {
    return new Hops(hops(), clean.hosts(), snapshot.takenAt().toInstant(), drawnRun().isPresent());
  }

  /// The last of those hops: where the redirects led.
  public Optional<Exchange> lastHop() {
    return hops().isEmpty() ? Optional.empty() : Optional.of(hops().getLast());
  }

  /// Why nothing could be measured; empty where at least one run came to its end.
  public Optional<RunError> failure() {
    return summary.headline().isPresent() || live.isPresent()
        ? Optional.empty()
        : summary.billed().stream().mapToObj(snapshot.runs()::get).findFirst().flatMap(Run::error);
  }
}
