package dev.lightfoot.devtools.netlog;

import dev.lightfoot.devtools.json.JsonValue;

/// One event.
///
/// @param type by name
/// @param phase whether something begins, ends, or is just noted
/// @param source what it is about, by number
/// @param sourceType what kind of thing that is
/// @param millis when, by the browser's monotonic clock
/// @param params what else it says
record NetLogEvent(
    String type, Phase phase, long source, String sourceType, double millis, JsonValue params) {
  enum Phase {
    NONE,
    BEGIN,
    END
  }

  boolean begins(String name) {
    return phase == Phase.BEGIN && type.equals(name);
  }

  boolean ends(String name) {
    return phase == Phase.END && type.equals(name);
  }

  /// The number of another source that it names; 0 where it names none.
  long dependency() {
    return (long) params.at("source_dependency").number("id").orElse(0);
  }

  /// The error that it ends with, as the browser's constant is numbered; 0 for none.
  int error() {
    return (int) params.number("net_error").orElse(0);
  }
}
