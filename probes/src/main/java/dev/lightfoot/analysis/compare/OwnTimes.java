package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import dev.lightfoot.analysis.compare.match.RunValue;
import java.util.List;

/// How long only this computer was at work in the runs of both sides.
///
/// @param a run by run, as the total's
/// @param b of the other side
public record OwnTimes(List<RunValue> a, List<RunValue> b) {
  public OwnTimes {
    a = List.copyOf(a);
    b = List.copyOf(b);
  }

  static OwnTimes of(ComparedRuns a, ComparedRuns b) {
    return new OwnTimes(
        ComparedRuns.values(a.runs(), ComparedRun::ownNanos),
        ComparedRuns.values(b.runs(), ComparedRun::ownNanos));
  }
}
