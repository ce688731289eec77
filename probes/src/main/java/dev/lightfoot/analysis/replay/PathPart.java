package dev.lightfoot.analysis.replay;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;

/// A part of the way that the run waited along.
///
/// @param exchange position in the run
/// @param phase in which it passed; empty for time before the exchange or between its phases
/// @param layer where
/// @param nanos how long
/// @param trips round trips that were over in it
/// @param explained whether it is known what passed: a phase, a call, a named span
public record PathPart(
    int exchange, Optional<Phase> phase, Layer layer, long nanos, int trips, boolean explained) {}
