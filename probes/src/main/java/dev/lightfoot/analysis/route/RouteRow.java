package dev.lightfoot.analysis.route;

import dev.lightfoot.analysis.route.RouteStatistics.Calls;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanTime;
import java.util.EnumMap;
import java.util.Map;

/// Counts the requests of one route, or the calls of one statement.
final class RouteRow {
  private final RouteKey key;
  private final Durations durations;
  private final SlowestOverTime slowest;
  private final Map<Layer, Calls> calls = new EnumMap<>(Layer.class);
  private long count;
  private long errors;
  private long traced;
  private long selfNanos;

  RouteRow(RouteKey key) {
    this(key, new Durations(), new SlowestOverTime());
  }

  private RouteRow(RouteKey key, Durations durations, SlowestOverTime slowest) {
    this.key = key;
    this.durations = durations;
    this.slowest = slowest;
  }

  RouteRow copy() {
    RouteRow copy = new RouteRow(key, durations.copy(), slowest.copy());
    copy.calls.putAll(calls);
    copy.count = count;
    copy.errors = errors;
    copy.traced = traced;
    copy.selfNanos = selfNanos;
    return copy;
  }

  void add(SpanTime time, boolean error) {
    count++;
    errors += error ? 1 : 0;
    if (time.duration().isPresent()) {
      durations.add(time.durationNanos());
      if (time.known() == SpanTime.Known.INTERVAL) {
        slowest.add(time.atUnixNanos(), time.durationNanos());
      }
    }
  }

  void traced(long self) {
    traced++;
    selfNanos += self;
  }

  /// @param of one request
  void called(Layer layer, Calls of) {
    Calls before = calls.getOrDefault(layer, new Calls(0, 0, 0, 0));
    calls.put(
        layer,
        new Calls(
            before.trips() + of.trips(),
            before.operations() + of.operations(),
            Math.max(before.most(), of.trips()),
            before.totalNanos() + of.totalNanos()));
  }

  RouteStatistics statistics() {
    return new RouteStatistics(key, count, errors, durations, slowest, traced, selfNanos, calls);
  }
}
