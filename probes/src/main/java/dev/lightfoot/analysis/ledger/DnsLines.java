package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of the bill for finding addresses. The time before the answered question was asked is
/// that of the servers that did not answer; the time after the last answer was spent waiting for
/// one that did not come in time.
///
/// @param totalNanos of the phase that are to be billed
/// @param evidence of the phase
record DnsLines(int hop, long totalNanos, Evidence evidence) {

  List<LedgerLine> of(Exchange exchange, Floors floors) {
    ResolverTime time =
        ResolverTime.of(
            exchange.dns(), exchange.phases().timing(Phase.DNS).map(DnsLines::end).orElse(0L));
    long silent = Math.min(totalNanos, time.silentNanos());
    long waited = Math.min(totalNanos - silent, time.waitedNanos());
    long own = Math.min(totalNanos - silent - waited, time.ownNanos());
    List<LedgerLine> lines = new ArrayList<>();
    if (silent > 0) {
      lines.add(line(Parts.of(silent), new Peer.SilentResolver(time.silent().orElse(""))));
    }
    if (own > 0) {
      lines.add(
          Parts.of(own)
              .work(own)
              .line(hop, Optional.of(Phase.DNS), Layer.BROWSER, Peer.Known.SELF, evidence));
    }
    Way way = time.answered().map(floors::way).orElse(Way.UNKNOWN);
    lines.add(
        line(
            Parts.of(totalNanos - silent - waited - own)
                .distance(exchange.phases().trips(Phase.DNS), way),
            resolver(time.answered())));
    if (waited > 0) {
      Peer missing = new Peer.LateAnswer(time.late().flatMap(DnsQuery::type).orElse(""));
      lines.add(line(Parts.of(waited).queue(waited), missing));
    }
    return lines;
  }

  private LedgerLine line(Parts parts, Peer peer) {
    return parts.line(hop, Optional.of(Phase.DNS), Layer.DNS, peer, evidence);
  }

  private static long end(PhaseTiming timing) {
    return switch (timing) {
      case PhaseTiming.Measured took -> took.startNanos() + took.durationNanos();
      case PhaseTiming.Failed took -> took.startNanos() + took.durationNanos();
      case PhaseTiming.NotApplicable _ -> 0;
    };
  }

  private static Peer resolver(Optional<String> server) {
    return server
        .filter(name -> !name.equals("getaddrinfo"))
        .<Peer>map(Peer.Resolver::new)
        .orElse(Peer.Known.SYSTEM_RESOLVER);
  }
}
