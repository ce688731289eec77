package dev.lightfoot.app.ui.probe.live;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RunState;
import dev.lightfoot.report.layout.PhaseBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The run that goes on right now, as far as it has come.
///
/// @param index from 0, over all runs
/// @param state what it found ready
/// @param begun how many hops have begun; those that are done are told later
/// @param url the hop under way
/// @param phase the phase under way
/// @param phaseAtNanos when that phase began, from the start of the run
/// @param ended phases that are over, of all hops
/// @param hops hops that are done
public record LiveRun(
    int index,
    RunState state,
    int begun,
    String url,
    Optional<Phase> phase,
    long phaseAtNanos,
    List<PhaseBar.Stretch> ended,
    List<Exchange> hops) {
  public LiveRun {
    ended = List.copyOf(ended);
    hops = List.copyOf(hops);
  }

  static LiveRun begun(int index, RunState state, String url) {
    return new LiveRun(index, state, 0, url, Optional.empty(), 0, List.of(), List.of());
  }

  LiveRun hop(String hopUrl) {
    return new LiveRun(
        index, state, begun + 1, hopUrl, Optional.empty(), phaseAtNanos, ended, hops);
  }

  LiveRun in(Phase next, long atNanos) {
    List<PhaseBar.Stretch> over = new ArrayList<>(ended);
    phase.ifPresent(
        before -> over.add(new PhaseBar.Stretch(begun - 1, before, phaseAtNanos, atNanos)));
    return new LiveRun(index, state, begun, url, Optional.of(next), atNanos, over, hops);
  }

  /// The phases of the next hop that is told are known better than from their beginnings; later
  /// ones may be under way.
  LiveRun after(Exchange exchange) {
    List<PhaseBar.Stretch> over = new ArrayList<>(ended);
    over.removeIf(each -> each.hop() == hops.size());
    exchange
        .phases()
        .byPhase()
        .forEach(
            (each, timing) -> {
              if (timing instanceof PhaseTiming.Measured took) {
                over.add(
                    new PhaseBar.Stretch(
                        hops.size(),
                        each,
                        took.startNanos(),
                        took.startNanos() + took.durationNanos()));
              }
            });
    List<Exchange> more = new ArrayList<>(hops);
    more.add(exchange);
    return more.size() < begun
        ? new LiveRun(index, state, begun, url, phase, phaseAtNanos, over, more)
        : new LiveRun(index, state, begun, url, Optional.empty(), exchange.endNanos(), over, more);
  }
}
