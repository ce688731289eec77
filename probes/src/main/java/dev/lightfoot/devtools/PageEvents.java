package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Collects what the events say of the page itself, by the browser's own clocks.
final class PageEvents {
  private final Map<String, Map<String, Double>> lifecycle = new LinkedHashMap<>();
  private final List<JsonValue> paints = new ArrayList<>();
  private final List<JsonValue> shifts = new ArrayList<>();
  private final List<JsonValue> frames = new ArrayList<>();
  private OptionalDouble parsed = OptionalDouble.empty();
  private OptionalDouble loaded = OptionalDouble.empty();
  private boolean watchesShifts;
  private int webSockets;

  void accept(DevtoolsEvent event) {
    JsonValue params = event.params();
    switch (event.method()) {
      case "Page.lifecycleEvent" -> lifecycle(params);
      case "Page.domContentEventFired" -> parsed = params.number("timestamp");
      case "Page.loadEventFired" -> loaded = params.number("timestamp");
      case "Page.screencastFrame" -> frames.add(params);
      case "Network.webSocketCreated" -> webSockets++;
      case "PerformanceTimeline.timelineEventAdded" -> timeline(params.at("event"));
      default -> {}
    }
  }

  /// Layout shifts are reported from now on, so that none reported means that there was none.
  void watchShifts() {
    watchesShifts = true;
  }

  private void lifecycle(JsonValue params) {
    OptionalDouble at = params.number("timestamp");
    if (at.isPresent()) {
      lifecycle
          .computeIfAbsent(params.text("loaderId").orElse(""), _ -> new LinkedHashMap<>())
          .putIfAbsent(params.text("name").orElse(""), at.getAsDouble());
    }
  }

  private void timeline(JsonValue event) {
    switch (event.text("type").orElse("")) {
      case "largest-contentful-paint" -> paints.add(event);
      case "layout-shift" -> shifts.add(event);
      default -> {}
    }
  }

  /// When the document of that loader came so far, in seconds of the browser's clock.
  OptionalDouble lifecycle(String loader, String name) {
    Double at = lifecycle.getOrDefault(loader, Map.of()).get(name);
    return at == null ? OptionalDouble.empty() : OptionalDouble.of(at);
  }

  OptionalDouble parsed() {
    return parsed;
  }

  OptionalDouble loaded() {
    return loaded;
  }

  /// The last candidate in that frame, as `PerformanceTimeline` has it.
  Optional<JsonValue> largestPaint(String frame) {
    return in(frame, paints).stream().reduce((_, last) -> last);
  }

  /// Those in that frame that did not follow what a person did; empty where none are reported.
  Optional<List<JsonValue>> shifts(String frame) {
    return watchesShifts ? Optional.of(in(frame, shifts)) : Optional.empty();
  }

  List<JsonValue> frames() {
    return frames;
  }

  int webSockets() {
    return webSockets;
  }

  private static List<JsonValue> in(String frame, List<JsonValue> events) {
    return events.stream()
        .filter(event -> event.text("frameId").orElse(frame).equals(frame))
        .toList();
  }
}
