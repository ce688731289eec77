package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Optional;

/// How snapshot B differs from snapshot A.
///
/// @param a the one compared with
/// @param b the one compared
/// @param state of the runs that are compared; empty where the sides have no state in common: then
///   each side's that it has most of are
/// @param origin the event of a run that all times are measured from
/// @param order in which they were measured
/// @param environment what is not the same about how they were measured, most telling first
/// @param own time of this computer in the runs, which all times leave out: how busy it was, and
///   how far the program was warmed up, says nothing of the target, and differs from one start of
///   the program to the next. Empty where it is not known of both sides: the times hold it then
/// @param total of a run
/// @param phases in wire order, of a probe; a page has none
/// @param layers behind the server, in path order; none where a side has no spans
/// @param ledger what each layer is billed on both sides, in wire order
/// @param exchanges matched requests in the order of B, then those removed
/// @param attribution what moved the total; empty where a side has no run that counts
public record Comparison(
    Side a,
    Side b,
    Optional<RunState> state,
    Origin origin,
    MeasuringOrder order,
    List<Difference> environment,
    Optional<OwnTimes> own,
    Shift total,
    List<PhaseShift> phases,
    List<LayerShift> layers,
    List<LedgerShift> ledger,
    List<ExchangeShift> exchanges,
    Optional<Attribution> attribution) {
  public Comparison {
    environment = List.copyOf(environment);
    phases = List.copyOf(phases);
    layers = List.copyOf(layers);
    ledger = List.copyOf(ledger);
    exchanges = List.copyOf(exchanges);
  }

  /// How these two differ, nothing chosen.
  public static Comparison of(Snapshot a, Snapshot b) {
    return of(a, b, CompareChoice.DEFAULT);
  }

  /// How these two differ.
  ///
  /// @param a the one compared with
  /// @param b the one compared
  public static Comparison of(Snapshot a, Snapshot b, CompareChoice choice) {
    Comparing comparing = new Comparing(a, b, choice);
    return comparing.with(comparing.total());
  }
}
