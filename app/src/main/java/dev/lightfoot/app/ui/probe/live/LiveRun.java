package dev.lightfoot.app.ui.probe.live;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The run that goes on right now, as far as it has come.
///
/// @param index from 0, over all runs
/// @param state what it found ready
/// @param url the hop under way
/// @param phase the phase under way
/// @param phaseAtNanos when that phase began, from the start of the run
/// @param hops hops that are done
public record LiveRun(
    int index,
    RunState state,
    String url,
    Optional<Phase> phase,
    long phaseAtNanos,
    List<Exchange> hops) {
  public LiveRun {
    hops = List.copyOf(hops);
  }

  static LiveRun begun(int index, RunState state, String url) {
    return new LiveRun(index, state, url, Optional.empty(), 0, List.of());
  }

  LiveRun hop(String hopUrl) {
    return new LiveRun(index, state, hopUrl, Optional.empty(), phaseAtNanos, hops);
  }

  LiveRun in(Phase next, long atNanos) {
    return new LiveRun(index, state, url, Optional.of(next), atNanos, hops);
  }

  LiveRun after(Exchange exchange) {
    List<Exchange> more = new ArrayList<>(hops);
    more.add(exchange);
    return new LiveRun(index, state, url, Optional.empty(), exchange.endNanos(), more);
  }
}
