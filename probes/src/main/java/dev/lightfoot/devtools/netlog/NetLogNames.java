package dev.lightfoot.devtools.netlog;

import dev.lightfoot.devtools.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/// What the numbers in a log mean: each version of the browser counts anew.
final class NetLogNames {
  private final Map<Integer, String> types = new HashMap<>();
  private final Map<Integer, String> sources = new HashMap<>();
  private final Map<Integer, String> phases = new HashMap<>();

  void read(JsonValue constants) {
    read(constants.at("logEventTypes"), types);
    read(constants.at("logSourceType"), sources);
    read(constants.at("logEventPhase"), phases);
  }

  private static void read(JsonValue names, Map<Integer, String> into) {
    names.members().forEach((name, number) -> into.put((int) number.number().orElse(-1), name));
  }

  NetLogEvent event(JsonValue json) {
    JsonValue source = json.at("source");
    NetLogEvent.Phase phase =
        switch (name(phases, json, "phase")) {
          case "PHASE_BEGIN" -> NetLogEvent.Phase.BEGIN;
          case "PHASE_END" -> NetLogEvent.Phase.END;
          default -> NetLogEvent.Phase.NONE;
        };
    return new NetLogEvent(
        name(types, json, "type"),
        phase,
        (long) source.number("id").orElse(0),
        name(sources, source, "type"),
        json.number("time").orElse(0),
        json.at("params"));
  }

  private static String name(Map<Integer, String> names, JsonValue json, String member) {
    return names.getOrDefault((int) json.number(member).orElse(-1), "");
  }
}
