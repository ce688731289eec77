package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.SideRequests;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackFloors;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// What the layers behind the server took in the runs of one side: their time on the critical path
/// of the wait as the bill has it, their trips as the stack counts them.
final class LayerTimes {
  private final Map<Integer, OfRun> byRun = new LinkedHashMap<>();
  private final Map<Layer, Long> steps = new EnumMap<>(Layer.class);

  private record OfRun(Map<Layer, Long> nanos, Map<Layer, Integer> trips) {}

  LayerTimes(ComparedRuns side) {
    List<ComparedRun> opened =
        side.runs().stream().filter(run -> !run.run().spans().isEmpty()).toList();
    if (!opened.isEmpty()) {
      StackFloors floors = StackFloors.of(side.snapshot().runs());
      opened.forEach(run -> open(run, floors));
    }
  }

  private void open(ComparedRun run, StackFloors floors) {
    Stack stack = StackBuilder.build(run.run(), floors);
    if (!stack.joined()) {
      return;
    }
    Map<Layer, Long> nanos = new EnumMap<>(Layer.class);
    Map<Layer, Integer> trips = new EnumMap<>(Layer.class);
    for (LedgerLine line : StackLedger.build(run.run(), floors).lines()) {
      if (line.isServers() && line.evidence() == Evidence.IMPORTED) {
        nanos.merge(line.layer(), line.totalNanos(), Long::sum);
      }
    }
    for (LayerTotal total : stack.layers()) {
      trips.put(total.layer(), total.trips());
    }
    for (Span span : run.run().spans()) {
      steps.merge(span.layer(), span.time().resolutionNanos(), Math::max);
    }
    byRun.put(run.index(), new OfRun(nanos, trips));
  }

  /// Whether no server of this side was looked into.
  boolean isEmpty() {
    return byRun.isEmpty();
  }

  /// Whether that run's servers were looked into.
  boolean knows(ComparedRun run) {
    return byRun.containsKey(run.index());
  }

  /// Those that did anything, in path order.
  Set<Layer> layers() {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    for (OfRun each : byRun.values()) {
      layers.addAll(each.nanos().keySet());
      layers.addAll(each.trips().keySet());
    }
    return Collections.unmodifiableSet(layers);
  }

  /// Time of that layer in that run; 0 where it did nothing.
  long nanos(ComparedRun run, Layer layer) {
    OfRun known = byRun.get(run.index());
    return known == null ? 0 : known.nanos().getOrDefault(layer, 0L);
  }

  /// Of that layer in each run that was looked into.
  List<RunValue> values(Layer layer) {
    return byRun.entrySet().stream()
        .map(each -> new RunValue(each.getKey(), each.getValue().nanos().getOrDefault(layer, 0L)))
        .toList();
  }

  /// Round trips of that layer in the middle of the runs.
  OptionalLong trips(Layer layer) {
    return SideRequests.middle(
        byRun.values().stream().mapToLong(each -> each.trips().getOrDefault(layer, 0)));
  }

  /// By which its times are known.
  long stepNanos(Layer layer) {
    return steps.getOrDefault(layer, 0L);
  }
}
