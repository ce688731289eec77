package dev.lightfoot.analysis.summary;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What the runs of one state say together.
///
/// @param state what they found ready
/// @param made how many were made; those that failed or were interrupted are not in the spreads
/// @param total time of a run, see [RunTime]
/// @param phases time by phase, all hops of a probe added; a phase that no run had is absent, and
///   so are those of pages
/// @param nearest index, over all runs of the snapshot, of the run whose total is nearest the
///   median
public record StateSummary(
    RunState state, int made, Spread total, Map<Phase, Spread> phases, int nearest) {
  public StateSummary {
    EnumMap<Phase, Spread> copy = new EnumMap<>(Phase.class);
    copy.putAll(phases);
    phases = Collections.unmodifiableMap(copy);
  }
}
