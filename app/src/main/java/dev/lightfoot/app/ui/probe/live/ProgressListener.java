package dev.lightfoot.app.ui.probe.live;

import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.wire.BodyStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Turns the calls of a measurement into its newest [Progress]. Calls come one after the other, so
/// that a lock held by nobody else is all it needs.
///
/// While a run is short, only its end is told: see [StillScreen].
public final class ProgressListener implements ProbeListener {
  private final String target;
  private final Consumer<Progress> moving;
  private final Consumer<Progress> settled;
  private final RunBodies bodies;
  private final StillScreen still;
  private final List<Run> runs = new ArrayList<>();
  private Optional<LiveRun> live = Optional.empty();
  private boolean followed;

  /// Tells two sinks.
  ///
  /// @param moving hears of a run under way, once it lasts
  /// @param settled hears of the time between runs; may block, for nothing is measured then
  /// @param bodies keeps how bodies begin
  public ProgressListener(
      String target,
      Consumer<Progress> moving,
      Consumer<Progress> settled,
      RunBodies bodies,
      StillScreen still) {
    this.target = target;
    this.moving = moving;
    this.settled = settled;
    this.bodies = bodies;
    this.still = still;
  }

  @Override
  public void warmingUp() {
    settled.accept(new Progress(List.of(), Optional.empty(), true));
  }

  @Override
  public void runStarted(int index, RunState state) {
    Progress now;
    synchronized (this) {
      followed = false;
      live = Optional.of(LiveRun.begun(index, state, target));
      now = progress();
    }
    if (index == 0) {
      settled.accept(now);
    }
    still.patience().execute(() -> follow(index));
  }

  private synchronized void follow(int index) {
    if (live.isPresent() && live.get().index() == index) {
      followed = true;
      moving.accept(progress());
    }
  }

  @Override
  public synchronized void exchangeStarted(String url) {
    show(live.map(run -> run.hop(url)));
  }

  @Override
  public synchronized void phaseStarted(Phase phase, long atNanos) {
    show(live.map(run -> run.in(phase, atNanos)));
  }

  @Override
  public synchronized void bodyCame(BodyStart start) {
    live.ifPresent(run -> bodies.keep(run.index(), start));
  }

  @Override
  public synchronized void exchangeEnded(Exchange exchange) {
    show(live.map(run -> run.after(exchange)));
  }

  @Override
  public void runEnded(int index, Run run) {
    Progress now;
    synchronized (this) {
      runs.add(run);
      live = Optional.empty();
      now = progress();
    }
    settled.accept(now);
  }

  private void show(Optional<LiveRun> now) {
    live = now;
    if (followed) {
      moving.accept(progress());
    }
  }

  private Progress progress() {
    return new Progress(runs, live, false);
  }
}
