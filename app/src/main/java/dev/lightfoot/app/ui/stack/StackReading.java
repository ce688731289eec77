package dev.lightfoot.app.ui.stack;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.join.Joined;
import dev.lightfoot.analysis.join.Written;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackFloors;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.layout.WaitTenths;
import dev.lightfoot.report.redact.Redactor;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What follows from a measurement and what servers recorded, made off the window's thread.
///
/// @param snapshot the measurement, its runs joined with what was found
/// @param number of the run that is shown, from 1
/// @param run that run, without secrets
/// @param stack its stack
/// @param bill of that run
/// @param client what the client saw in it
/// @param shown its wait, as it is shown
/// @param remarks what the join found ambiguous
/// @param notJoined how many spans belong to no request of the measurement
record StackReading(
    Snapshot snapshot,
    int number,
    Run run,
    Stack stack,
    RunBill bill,
    PhaseBar client,
    WaitTenths shown,
    List<JoinRemark> remarks,
    int notJoined) {

  /// @param spans everything that was read for it; what a saved snapshot holds stays where there is
  ///   nothing
  static StackReading of(Snapshot measured, Collection<Span> spans) {
    if (spans.isEmpty()) {
      return of(measured, List.of(), 0);
    }
    Joined joined =
        Join.of(
            measured.runs(),
            spans,
            Written.by(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis())));
    return of(measured.with(joined.runs()), joined.remarks(), joined.notJoined());
  }

  private static StackReading of(Snapshot snapshot, List<JoinRemark> remarks, int notJoined) {
    List<Run> clean = Redactor.redact(snapshot).snapshot().runs();
    int index = Summary.of(clean).opened(clean).orElse(0);
    Run run = clean.get(index);
    StackFloors floors = StackFloors.of(clean);
    PhaseBar client =
        PhaseBarBuilder.of(clean).across(Distances.of(snapshot)).showing(index).build();
    return new StackReading(
        snapshot,
        index + 1,
        run,
        StackBuilder.build(run, floors),
        RunBill.of(run, floors),
        client,
        WaitTenths.of(run, clean),
        List.copyOf(remarks),
        notJoined);
  }

  /// Whether the measurement came far enough for a stack.
  static boolean possible(Snapshot snapshot) {
    return snapshot.runs().stream().anyMatch(run -> !run.exchanges().isEmpty());
  }
}
