package dev.lightfoot.app.ui.testing;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a computer measures that has more to do than to measure.
public final class TestBusyRuns {
  private static final long MILLIS = 1_000_000;

  private TestBusyRuns() {}

  /// The sample that comes with the program, where in every third run what ends TCP and TLS was
  /// there 30 and 45 ms before the program had it.
  public static Snapshot sample() {
    Snapshot sample = TestSnapshots.sample();
    List<Run> runs = new ArrayList<>();
    for (Run run : sample.runs()) {
      runs.add(runs.size() % 3 == 1 ? busy(run) : run);
    }
    return new Snapshot(
        sample.id(),
        Optional.empty(),
        sample.target(),
        sample.takenAt(),
        sample.environment(),
        runs,
        sample.hosts(),
        Map.of());
  }

  private static Run busy(Run run) {
    Exchange only = run.exchanges().getFirst();
    List<Late> late =
        List.of(before(only, Phase.TCP, 30 * MILLIS), before(only, Phase.TLS, 45 * MILLIS));
    return run.with(List.of(late(only, late)), run.spans(), run.alignments());
  }

  /// So long before the end of that phase.
  private static Late before(Exchange exchange, Phase phase, long nanos) {
    PhaseTiming.Measured took =
        (PhaseTiming.Measured) exchange.phases().timing(phase).orElseThrow();
    return new Late(took.startNanos() + took.durationNanos() - nanos, nanos);
  }

  private static Exchange late(Exchange e, List<Late> late) {
    return new Exchange(
        e.url(),
        e.method(),
        e.status(),
        e.protocol(),
        e.initiator(),
        e.resource(),
        e.redirectedFrom(),
        e.startNanos(),
        e.gapNanos(),
        e.connection(),
        e.proxy(),
        e.phases(),
        e.marks(),
        e.interim(),
        e.request(),
        e.response(),
        e.chunks(),
        e.dns(),
        e.tls(),
        Exchange.KERNEL,
        late,
        e.serverSpans());
  }
}
