package dev.lightfoot.analysis.route;

import dev.lightfoot.analysis.route.RouteStatistics.Calls;
import dev.lightfoot.model.Layer;
import java.util.EnumMap;
import java.util.Map;

/// Counts the requests of one route.
final class RouteRow {
  private final RouteKey key;
  private final Durations durations = new Durations();
  private final Map<Layer, Calls> calls = new EnumMap<>(Layer.class);
  private long count;
  private long errors;
  private long traced;
  private long selfNanos;

  RouteRow(RouteKey key) {
    this.key = key;
  }

  void request(boolean error) {
    count++;
    errors += error ? 1 : 0;
  }

  void lasted(long nanos) {
    durations.add(nanos);
  }

  void traced(long self) {
    traced++;
    selfNanos += self;
  }

  void called(Layer layer, long trips, long nanos) {
    Calls before = calls.getOrDefault(layer, new Calls(0, 0, 0));
    calls.put(
        layer,
        new Calls(
            before.trips() + trips, Math.max(before.most(), trips), before.totalNanos() + nanos));
  }

  RouteStatistics statistics() {
    return new RouteStatistics(key, count, errors, durations, traced, selfNanos, calls);
  }
}
