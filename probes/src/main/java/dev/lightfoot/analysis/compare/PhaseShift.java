package dev.lightfoot.analysis.compare;

import dev.lightfoot.model.Phase;

/// One phase of a probe on both sides.
///
/// @param phase which
/// @param shift of its time in a run, all hops added
public record PhaseShift(Phase phase, Shift shift) {}
