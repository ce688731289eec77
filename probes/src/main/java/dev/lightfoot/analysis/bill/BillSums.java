package dev.lightfoot.analysis.bill;

import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Adds lines of bills up by layer and peer.
final class BillSums {
  private static final Comparator<BillLine> IN_ORDER =
      Comparator.comparing(BillLine::layer)
          .thenComparingLong((BillLine line) -> -line.critical().totalNanos())
          .thenComparingLong((BillLine line) -> -line.all().totalNanos());

  private final Map<Key, Sum> sums = new LinkedHashMap<>();

  private record Key(Layer layer, Peer peer) {}

  private static final class Sum {
    Amount all = Amount.NONE;
    Amount critical = Amount.NONE;
    OptionalLong rtt = OptionalLong.empty();
    Evidence evidence = Evidence.MEASURED;
  }

  /// Adds what was done, whether or not it was waited for.
  ///
  /// @param exchange that it is of
  void addToAll(LedgerLine line, Exchange exchange) {
    Sum sum = sum(line, peer(line, exchange));
    sum.all = sum.all.plus(Amount.of(line));
  }

  /// Adds what the run waited for.
  ///
  /// @param exchange that it is of
  void addToCritical(LedgerLine line, Exchange exchange) {
    Sum sum = sum(line, peer(line, exchange));
    sum.critical = sum.critical.plus(Amount.of(line));
  }

  /// Adds time that the run waited for and that no request took.
  void addBetween(Peer.Known peer, Amount amount) {
    if (amount.totalNanos() != 0) {
      Sum sum = sums.computeIfAbsent(new Key(Layer.BROWSER, peer), _ -> new Sum());
      sum.critical = sum.critical.plus(amount);
    }
  }

  /// A body comes from its server, like the answer that it is part of.
  private static Peer peer(LedgerLine line, Exchange exchange) {
    return line.peer() instanceof Peer.Body ? LedgerBuilder.peer(exchange) : line.peer();
  }

  private Sum sum(LedgerLine line, Peer peer) {
    Sum sum = sums.computeIfAbsent(new Key(line.layer(), peer), _ -> new Sum());
    sum.rtt = line.rttNanos().isPresent() ? line.rttNanos() : sum.rtt;
    sum.evidence = weaker(sum.evidence, line.evidence());
    return sum;
  }

  private static Evidence weaker(Evidence one, Evidence other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// In wire order; of one layer what was waited for most comes first.
  List<BillLine> lines() {
    List<BillLine> lines = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            lines.add(
                new BillLine(
                    key.layer(), key.peer(), sum.rtt, sum.all, sum.critical, sum.evidence)));
    lines.sort(IN_ORDER);
    return lines;
  }
}
