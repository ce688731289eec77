package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.KnownRequests;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.analysis.compare.match.RequestPairs;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.SideRequests;
import dev.lightfoot.analysis.statistics.SerialDependence;
import dev.lightfoot.analysis.statistics.SessionSpread;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Makes a [Comparison].
final class Comparing {
  private final Optional<RunState> state;
  private final Origin origin;
  private final ComparedRuns a;
  private final ComparedRuns b;
  private final Optional<OwnTimes> own;
  private final MeasuringOrder order;
  private final Shifts shifts;
  private final Shift total;

  Comparing(Snapshot before, Snapshot after, CompareChoice choice) {
    origin = choice.origin();
    state = choice.state().or(() -> States.common(before, after));
    ComparedRuns first = ComparedRuns.of(before, state.or(() -> States.most(before)), origin);
    ComparedRuns second = ComparedRuns.of(after, state.or(() -> States.most(after)), origin);
    boolean knowsOwn = first.knowsOwn() && second.knowsOwn();
    a = knowsOwn ? first.withoutOwn() : first;
    b = knowsOwn ? second.withoutOwn() : second;
    own = knowsOwn ? Optional.of(OwnTimes.of(a, b)) : Optional.empty();
    Turns turns = Turns.of(a, b);
    boolean floor =
        !turns.inTurn() && choice.earlierNanos().size() >= CompareChoice.FEWEST_SESSIONS;
    int sessions = floor ? choice.earlierNanos().size() : 0;
    shifts =
        new Shifts(new OrderCost(turns), floor ? SessionSpread.nanos(choice.earlierNanos()) : 0);
    total = shifts.of(a.totals(), b.totals(), Steps.nanos(a.totals(), b.totals()));
    order = new MeasuringOrder(turns.inTurn(), turns.gap(), drifts(turns), sessions);
  }

  private boolean drifts(Turns turns) {
    SerialDependence within = OrderCost.within(Shifts.nanos(total.a()), Shifts.nanos(total.b()));
    return !turns.inTurn() && (within.drifts() || within.isCorrelated());
  }

  Shift total() {
    return total;
  }

  /// The comparison, its total with that p-value.
  Comparison with(Shift adjusted) {
    RequestPairs pairs = RequestPairs.of(a, b);
    List<ExchangeShift> exchanges = exchanges(pairs);
    LayerTimes ofA = new LayerTimes(a);
    LayerTimes ofB = new LayerTimes(b);
    return new Comparison(
        a.side(),
        b.side(),
        state,
        origin,
        order,
        Environments.between(a, b),
        own,
        adjusted,
        phases(adjusted),
        layers(adjusted, ofA, ofB),
        LedgerShifts.of(a, b),
        exchanges,
        attribution(pairs, exchanges, ofA, ofB));
  }

  private List<PhaseShift> phases(Shift gate) {
    if (a.isPage() || b.isPage()) {
      return List.of();
    }
    List<Phase> taken = new ArrayList<>();
    List<Shift> family = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      if (took(a, phase) || took(b, phase)) {
        List<RunValue> ofA = values(a, phase);
        List<RunValue> ofB = values(b, phase);
        taken.add(phase);
        family.add(shifts.of(ofA, ofB, Steps.nanos(ofA, ofB)));
      }
    }
    List<Shift> adjusted = Families.after(gate, family);
    List<PhaseShift> phases = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      phases.add(new PhaseShift(taken.get(i), adjusted.get(i)));
    }
    return phases;
  }

  private static boolean took(ComparedRuns side, Phase phase) {
    return side.runs().stream().anyMatch(run -> run.took(phase));
  }

  /// Of the runs that have the phase; where none of them does, it took no time in any.
  private static List<RunValue> values(ComparedRuns side, Phase phase) {
    boolean any = took(side, phase);
    return ComparedRuns.values(
        side.runs().stream().filter(run -> !any || run.took(phase)).toList(),
        run -> run.nanos(phase));
  }

  private List<LayerShift> layers(Shift gate, LayerTimes ofA, LayerTimes ofB) {
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return List.of();
    }
    Set<Layer> all = EnumSet.noneOf(Layer.class);
    all.addAll(ofA.layers());
    all.addAll(ofB.layers());
    List<Layer> order = List.copyOf(all);
    List<Shift> family =
        order.stream()
            .map(
                layer ->
                    shifts.of(
                        ofA.values(layer),
                        ofB.values(layer),
                        Math.max(ofA.stepNanos(layer), ofB.stepNanos(layer))))
            .toList();
    List<Shift> adjusted = Families.after(gate, family);
    List<LayerShift> layers = new ArrayList<>();
    for (int i = 0; i < adjusted.size(); i++) {
      Layer layer = order.get(i);
      layers.add(new LayerShift(layer, ofA.trips(layer), ofB.trips(layer), adjusted.get(i)));
    }
    return layers;
  }

  private List<ExchangeShift> exchanges(RequestPairs pairs) {
    List<Shift> family = new ArrayList<>();
    for (RequestPairs.Pair pair : pairs.pairs()) {
      List<RunValue> ofA = pair.a() < 0 ? List.of() : pairs.a().values(pair.a());
      List<RunValue> ofB = pair.b() < 0 ? List.of() : pairs.b().values(pair.b());
      family.add(shifts.of(ofA, ofB, Steps.nanos(ofA, ofB)));
    }
    List<Shift> adjusted = Families.listed(family);
    List<ExchangeShift> exchanges = new ArrayList<>();
    for (int i = 0; i < adjusted.size(); i++) {
      RequestPairs.Pair pair = pairs.pairs().get(i);
      exchanges.add(
          new ExchangeShift(
              pair.by(), side(pairs.a(), pair.a()), side(pairs.b(), pair.b()), adjusted.get(i)));
    }
    return exchanges;
  }

  private static Optional<ExchangeSide> side(SideRequests requests, int number) {
    return number == KnownRequests.NONE ? Optional.empty() : Optional.of(requests.side(number));
  }

  private Optional<Attribution> attribution(
      RequestPairs pairs, List<ExchangeShift> exchanges, LayerTimes ofA, LayerTimes ofB) {
    if (a.runs().isEmpty() || b.runs().isEmpty()) {
      return Optional.empty();
    }
    PairedRuns runs = PairedRuns.of(a, b, order.interleaved());
    long moved = runs.difference(ComparedRun::totalNanos, ComparedRun::totalNanos);
    List<Part> all = List.of();
    if (a.isPage() && b.isPage()) {
      all = new PageParts(pairs, a, b).of(runs, exchanges);
    } else if (!a.isPage() && !b.isPage()) {
      all = new ProbeParts(runs, ofA, ofB).of();
    }
    List<Part> parts =
        new ArrayList<>(
            all.stream()
                .filter(part -> part.nanos() != 0 || part.trips().isPresent())
                .sorted(Comparator.comparingLong((Part part) -> Math.abs(part.nanos())).reversed())
                .toList());
    long named = parts.stream().mapToLong(Part::nanos).sum();
    parts.add(new Part(Part.What.LEFT_OVER, "", moved - named, OptionalLong.empty()));
    return Optional.of(new Attribution(runs.basis(), moved, parts));
  }
}
