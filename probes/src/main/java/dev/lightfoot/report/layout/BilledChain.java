package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A run's chain of hops with its bill: what the bars show is what the bill says.
///
/// @param table the bill as it is shown
/// @param tenths the phases as they are shown
public record BilledChain(
    RedirectChain chain, Ledger ledger, LedgerTable table, PhaseTenths tenths) {

  /// The chain of that run with its bill.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static BilledChain of(Run run, List<Run> runs) {
    RedirectChain chain = RedirectChain.of(run);
    Ledger ledger = StackLedger.build(run, runs);
    return new BilledChain(chain, ledger, LedgerTable.of(ledger, chain), PhaseTenths.of(chain));
  }

  /// Counted round trips of that phase, with those that servers made meanwhile; empty where none
  /// can be counted.
  OptionalInt trips(int hop, Phase phase) {
    OptionalInt billed =
        lines(hop, phase)
            .map(LedgerLine::trips)
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .reduce(Integer::sum);
    return billed.isPresent() ? billed : chain.hops().get(hop).phases().trips(phase);
  }

  /// How much of that phase is distance.
  long distanceNanos(int hop, Phase phase) {
    return lines(hop, phase).mapToLong(LedgerLine::distanceNanos).sum();
  }

  /// How much of a wait is the way to the server and back.
  long wayNanos(int hop) {
    return lines(hop, Phase.WAIT)
        .filter(line -> line.layer() == Layer.REQUEST)
        .mapToLong(LedgerLine::distanceNanos)
        .sum();
  }

  /// Whether the way to some server is not known, so that it is billed with the server's time.
  boolean isWayUnknown() {
    return table.isWayUnknown();
  }

  private Stream<LedgerLine> lines(int hop, Phase phase) {
    return ledger.lines().stream()
        .filter(line -> line.hop() == hop && line.phase().filter(phase::equals).isPresent());
  }
}
