package dev.lightfoot.analysis.route;

import dev.lightfoot.model.span.Layer;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The requests of one route, or the calls of one kind of statement.
///
/// @param count how many
/// @param errors how many failed: status 500 and above, or said by their recorder
/// @param durations of those whose duration is known
/// @param slowest of each step of time
/// @param traced how many were found in a trace, so that their calls and their self time are known
/// @param selfNanos of the traced together: time in which none of their calls or parts ran
/// @param calls of the traced, by layer; layers without a call are left out
public record RouteStatistics(
    RouteKey key,
    long count,
    long errors,
    Durations durations,
    SlowestOverTime slowest,
    long traced,
    long selfNanos,
    Map<Layer, Calls> calls) {
  public RouteStatistics {
    calls = Map.copyOf(calls);
  }

  RouteStatistics with(UnaryOperator<String> texts) {
    RouteKey shown =
        new RouteKey(key.layer(), key.service(), key.method(), texts.apply(key.route()));
    return new RouteStatistics(shown, count, errors, durations, slowest, traced, selfNanos, calls);
  }

  /// Calls to one layer.
  ///
  /// @param trips of all traced requests together
  /// @param operations that those trips carried; more than trips where some were batches
  /// @param most of one request
  /// @param totalNanos how long the calls took together
  public record Calls(long trips, long operations, long most, long totalNanos) {}
}
