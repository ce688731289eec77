package dev.lightfoot.intake;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.text.TextCache;
import tools.jackson.core.JacksonException;

/// Which kind of JSON document begins so, where it is not a log.
enum JsonDocument {
  /// Its member `format` says so.
  SNAPSHOT,
  OTHER;

  /// @param beginning may be cut anywhere
  static JsonDocument of(byte[] beginning) {
    try (JsonSource json = JsonSource.of(beginning, 0, beginning.length, new TextCache())) {
      return json.next() && json.object() ? ofMembers(json) : OTHER;
    } catch (JacksonException e) {
      return OTHER;
    }
  }

  private static JsonDocument ofMembers(JsonSource json) {
    while (json.member()) {
      if (!json.name().equals("format")) {
        json.skip();
      } else if (json.text().equals(SnapshotCodec.FORMAT)) {
        return SNAPSHOT;
      }
    }
    return OTHER;
  }
}
