package dev.lightfoot.app.ui.testing;

import dev.lightfoot.model.Environment;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Plays runs instead of measuring; holds still in one of them until it is let go or cancelled.
public final class ScriptedSeries implements ProbeSeries {
  private final List<Run> script;
  private int holdAt = -1;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<ProbePlan> plans = new ArrayList<>();

  public ScriptedSeries(List<Run> script) {
    this.script = List.copyOf(script);
  }

  /// Holds still in the TLS phase of the run of that index.
  public ScriptedSeries holdingAt(int index) {
    holdAt = index;
    return this;
  }

  /// Waits until it holds still.
  public void awaitHeld() throws InterruptedException {
    held.await();
  }

  /// Lets it go on.
  public void release() {
    released.countDown();
  }

  /// What it was asked for.
  public synchronized List<ProbePlan> plans() {
    return List.copyOf(plans);
  }

  /// Plays one plan after the other.
  @Override
  public List<Snapshot> compare(
      List<ProbePlan> asked, ProbeListener listener, Cancellation cancellation) {
    List<Snapshot> measured = new ArrayList<>();
    int first = 0;
    for (ProbePlan plan : asked) {
      synchronized (this) {
        plans.add(plan);
      }
      Snapshot played = play(plan, asked.indexOf(plan), first, listener, cancellation);
      first += played.runs().size();
      measured.add(played);
    }
    return measured;
  }

  private Snapshot play(
      ProbePlan plan, int turn, int first, ProbeListener listener, Cancellation cancellation) {
    String target = plan.request().url().toString();
    List<Run> made = new ArrayList<>();
    for (int i = 0; i < plan.states().size(); i++) {
      Run scripted = inState(script.get(i % script.size()), plan.states().get(i));
      Run run = i < plan.preparing() ? scripted.with(Optional.of(LeftOut.PREPARING)) : scripted;
      listener.turnOf(turn);
      listener.runStarted(first + i, plan.states().get(i));
      listener.exchangeStarted(target);
      listener.phaseStarted(Phase.TLS, 51_000_000);
      if (i == holdAt && cancelledWhileHeld(cancellation)) {
        made.add(cancelled(plan.states().get(i), run));
        break;
      }
      run.exchanges().forEach(listener::exchangeEnded);
      listener.runEnded(first + i, run);
      made.add(run);
      if (run.error().isPresent()) {
        break;
      }
    }
    return snapshot(target, made);
  }

  /// What a run on a kept connection would have been like.
  private static Run inState(Run run, RunState state) {
    return state == RunState.WARM && run.state() == RunState.COLD && run.error().isEmpty()
        ? KeptRuns.of(run)
        : run;
  }

  private boolean cancelledWhileHeld(Cancellation cancellation) {
    held.countDown();
    cancellation.onCancel(released::countDown);
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return cancellation.isCancelled();
  }

  private static Run cancelled(RunState state, Run like) {
    RunError error =
        new RunError(Optional.of(Phase.TLS), ErrorType.CANCELLED.label(), "It was stopped.");
    return new Run(
        state, like.startedAt(), Optional.of(error), false, List.of(), List.of(), List.of());
  }

  private Snapshot snapshot(String target, List<Run> made) {
    return new Snapshot(
        SnapshotId.next(script.getFirst().startedAt().toInstant()),
        Optional.empty(),
        target,
        script.getFirst().startedAt(),
        new Environment(
            "0.1.0",
            "test",
            "25",
            "10.0.0.1:53",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        made,
        Map.of());
  }
}
