package dev.lightfoot.store.span;

import dev.lightfoot.model.Layer;
import java.util.Map;
import java.util.Optional;

/// What spans of one kind have in common.
///
/// @param service who recorded them; empty where they name none
/// @param name route or name of the operation
/// @param layer where
/// @param count how many spans
/// @param errors how many of them failed
/// @param durations how long they took; empty where no duration is known
/// @param selfNanos sum of the time in which they waited for none of their children. Of a route: of
///   its requests alone, without the spans within them
/// @param trips calls to each of [TraceShape#TRIP_LAYERS]: of a route all that were made within its
///   requests, of an operation those that its spans made themselves. Layers without any are left
///   out
public record SpanStatistics(
    String service,
    String name,
    Layer layer,
    long count,
    long errors,
    Optional<Percentiles> durations,
    long selfNanos,
    Map<Layer, Long> trips) {
  public SpanStatistics {
    trips = Map.copyOf(trips);
  }
}
