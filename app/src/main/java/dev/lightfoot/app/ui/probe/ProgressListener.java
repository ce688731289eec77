package dev.lightfoot.app.ui.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.ProbeListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Turns the calls of a measurement into its newest [Progress]. Calls come one after the other, so
/// that a lock held by nobody else is all it needs.
final class ProgressListener implements ProbeListener {
  private final String target;
  private final Consumer<Progress> sink;
  private final List<Run> runs = new ArrayList<>();
  private Optional<LiveRun> live = Optional.empty();

  ProgressListener(String target, Consumer<Progress> sink) {
    this.target = target;
    this.sink = sink;
  }

  @Override
  public synchronized void warmingUp() {
    sink.accept(new Progress(runs, live, true));
  }

  @Override
  public synchronized void runStarted(int index, RunState state) {
    show(Optional.of(LiveRun.begun(index, state, target)));
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
  public synchronized void exchangeEnded(Exchange exchange) {
    show(live.map(run -> run.after(exchange)));
  }

  @Override
  public synchronized void runEnded(int index, Run run) {
    runs.add(run);
    show(Optional.empty());
  }

  private void show(Optional<LiveRun> now) {
    live = now;
    sink.accept(new Progress(runs, live, false));
  }
}
