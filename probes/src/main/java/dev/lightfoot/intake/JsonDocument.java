package dev.lightfoot.intake;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.text.TextCache;
import java.util.Set;
import tools.jackson.core.JacksonException;

/// Which kind of JSON document begins so, where it is not a log.
enum JsonDocument {
  /// Its member `format` says so.
  SNAPSHOT,
  /// HTTP Archive 1.2: all of it is in one member, `log`, with a creator, pages and entries.
  HAR,
  OTHER;

  private static final Set<String> HAR_MEMBERS = Set.of("creator", "browser", "pages", "entries");

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
      switch (json.name()) {
        case "format" -> {
          if (json.text().equals(SnapshotCodec.FORMAT)) {
            return SNAPSHOT;
          }
        }
        case "log" -> {
          if (holdsPageLoad(json)) {
            return HAR;
          }
        }
        default -> json.skip();
      }
    }
    return OTHER;
  }

  private static boolean holdsPageLoad(JsonSource json) {
    boolean found = false;
    // An object is read to its end, so that the members after it are found, too.
    if (json.object()) {
      while (!found && json.member()) {
        found = HAR_MEMBERS.contains(json.name()) && (json.isArray() || json.isObject());
        json.skip();
      }
    }
    return found;
  }
}
