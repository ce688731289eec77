package dev.lightfoot.app.ui.testing;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.connection.Connection;
import java.util.List;
import java.util.Optional;

/// What cold runs would have been like on a connection that was kept: they begin with sending.
final class KeptRuns {
  private KeptRuns() {}

  static Run of(Run cold) {
    return new Run(
        RunState.WARM,
        cold.startedAt(),
        cold.error(),
        cold.interrupted(),
        cold.exchanges().stream().map(KeptRuns::of).toList(),
        List.of(),
        List.of());
  }

  private static Exchange of(Exchange cold) {
    long saved =
        cold.phases().timing(Phase.SEND).stream()
            .mapToLong(timing -> ((PhaseTiming.Measured) timing).startNanos())
            .findFirst()
            .orElse(0);
    ExchangeBuilder kept =
        new ExchangeBuilder(cold.url(), cold.method())
            .status(cold.status())
            .protocol(cold.protocol())
            .connection(cold.connection().map(KeptRuns::kept))
            .request(cold.request())
            .response(cold.response())
            .chunks(
                cold.chunks().stream()
                    .map(chunk -> new Chunk(chunk.atNanos() - saved, chunk.bytes()))
                    .toList())
            .tls(cold.tls())
            .source(cold.source());
    for (Phase phase : List.of(Phase.BLOCKED, Phase.DNS, Phase.TCP, Phase.TLS)) {
      kept.phase(phase, new PhaseTiming.NotApplicable(PhaseTiming.Reason.REUSED));
    }
    for (Phase phase : List.of(Phase.SEND, Phase.WAIT, Phase.RECEIVE)) {
      cold.phases()
          .timing(phase)
          .ifPresent(timing -> kept.phase(phase, earlier((PhaseTiming.Measured) timing, saved)));
    }
    return kept.build();
  }

  private static Connection kept(Connection made) {
    return new Connection(
        made.id(), true, made.address(), made.kernel(), Optional.empty(), List.of());
  }

  private static PhaseTiming earlier(PhaseTiming.Measured timing, long by) {
    return new PhaseTiming.Measured(
        timing.startNanos() - by, timing.durationNanos(), timing.trips(), timing.evidence());
  }
}
