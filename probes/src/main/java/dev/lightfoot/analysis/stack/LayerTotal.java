package dev.lightfoot.analysis.stack;

import dev.lightfoot.model.span.Layer;
import java.util.OptionalLong;

/// What one layer did for a run.
///
/// @param layer where
/// @param operations how many
/// @param trips how many round trips to another machine they took: a batch is one
/// @param laterTrips how many of them began when the wait was over: they are no part of it
/// @param atLeast whether there may be more
/// @param sumNanos of the operations' durations; of nested ones of the same layer the outer
/// @param ownNanos of what the peers themselves recorded; empty where they recorded nothing
/// @param networkNanos what operations that both sides logged took beyond that: the network's and
///   the driver's share; empty where no operation is logged by both
/// @param criticalNanos how much of the layer's own time lies on the critical path within the wait
public record LayerTotal(
    Layer layer,
    int operations,
    int trips,
    int laterTrips,
    boolean atLeast,
    long sumNanos,
    OptionalLong ownNanos,
    OptionalLong networkNanos,
    long criticalNanos) {
  /// How many trips the wait holds.
  public int waitTrips() {
    return trips - laterTrips;
  }
}
