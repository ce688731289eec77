package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.RunValue;
import java.util.List;
import java.util.Optional;

/// How one duration of side B lies beside that of side A.
///
/// @param a of the runs that count, in the order in which they were measured
/// @param b of the other side
/// @param estimate empty where a side has no run with it
/// @param floorNanos what a shift has to exceed to be called a change
/// @param verdict B against A
public record Shift(
    List<RunValue> a,
    List<RunValue> b,
    Optional<Estimate> estimate,
    long floorNanos,
    Verdict verdict) {
  public Shift {
    a = List.copyOf(a);
    b = List.copyOf(b);
  }
}
