package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.bill.Amount;
import dev.lightfoot.analysis.bill.BillLine;
import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import dev.lightfoot.analysis.compare.match.SideRequests;
import dev.lightfoot.analysis.stack.StackFloors;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// The bills of all runs of one side, by layer.
final class LedgerShifts {
  private final List<Map<Layer, Amount>> bills = new ArrayList<>();

  private LedgerShifts(ComparedRuns side) {
    StackFloors floors = StackFloors.of(side.snapshot().runs());
    for (ComparedRun run : side.runs()) {
      Map<Layer, Amount> byLayer = new EnumMap<>(Layer.class);
      for (BillLine line : RunBill.of(run.run(), floors).lines()) {
        byLayer.merge(line.layer(), line.critical(), Amount::plus);
      }
      bills.add(byLayer);
    }
  }

  /// Layer by layer in wire order; none where a side has no run that counts.
  static List<LedgerShift> of(ComparedRuns a, ComparedRuns b) {
    if (a.runs().isEmpty() || b.runs().isEmpty()) {
      return List.of();
    }
    LedgerShifts ofA = new LedgerShifts(a);
    LedgerShifts ofB = new LedgerShifts(b);
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    ofA.bills.forEach(bill -> layers.addAll(bill.keySet()));
    ofB.bills.forEach(bill -> layers.addAll(bill.keySet()));
    return layers.stream()
        .map(layer -> new LedgerShift(layer, ofA.side(layer), ofB.side(layer)))
        .toList();
  }

  private LedgerShift.OfSide side(Layer layer) {
    return new LedgerShift.OfSide(
        middle(layer, Amount::trips),
        bills.stream().anyMatch(bill -> bill.getOrDefault(layer, Amount.NONE).atLeast()),
        middle(layer, Amount::distanceNanos),
        middle(layer, Amount::totalNanos));
  }

  private long middle(Layer layer, ToLongFunction<Amount> part) {
    return SideRequests.middle(
            bills.stream()
                .mapToLong(bill -> part.applyAsLong(bill.getOrDefault(layer, Amount.NONE))))
        .orElse(0);
  }
}
