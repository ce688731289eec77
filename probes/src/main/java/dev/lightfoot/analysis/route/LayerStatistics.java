package dev.lightfoot.analysis.route;

import dev.lightfoot.model.span.Layer;

/// What was recorded of one layer.
///
/// @param operations how many: a batch of n counts as n
/// @param errors how many failed
/// @param trips waits for another machine, a batch being one: calls as their callers recorded them,
///   or as the called did, whichever are more, since both may record the same
/// @param durations of those whose duration is known
public record LayerStatistics(
    Layer layer, long operations, long errors, long trips, Durations durations) {}
