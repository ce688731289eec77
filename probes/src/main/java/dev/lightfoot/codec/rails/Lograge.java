package dev.lightfoot.codec.rails;

import dev.lightfoot.codec.text.FlatJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A line of lograge: `method=GET path=/ format=html controller=Home action=index status=200
/// duration=41.23 view=20.10 db=12.30`, or the same as JSON.
final class Lograge {
  private static final int MEMBERS = 100;

  private Lograge() {}

  /// Its members; empty where the line is not lograge's.
  static Optional<Map<String, String>> of(String message) {
    Optional<Map<String, String>> members =
        message.startsWith("{") ? FlatJson.of(message) : Optional.of(pairs(message));
    return members.filter(
        all ->
            all.containsKey("method") && all.containsKey("status") && all.containsKey("duration"));
  }

  private static Map<String, String> pairs(String message) {
    Map<String, String> pairs = new HashMap<>();
    if (message.contains("method=") && message.contains("duration=")) {
      for (String word : message.split(" ", -1)) {
        int equals = word.indexOf('=');
        if (equals > 0 && pairs.size() < MEMBERS) {
          pairs.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
        }
      }
    }
    return pairs;
  }
}
