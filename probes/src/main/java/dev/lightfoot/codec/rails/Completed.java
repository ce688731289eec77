package dev.lightfoot.codec.rails;

import java.util.Optional;

/// `Completed 200 OK in 41ms (Views: 20.1ms | ActiveRecord: 12.3ms (3 queries, 1 cached) |
/// Allocations: 3000)`, or a line of lograge that says the same.
///
/// @param millis the whole
/// @param views rendering, in milliseconds; empty where not said
/// @param database queries, in milliseconds; empty where not said
record Completed(String status, String millis, String views, String database) {

  static Optional<Completed> of(String message) {
    int in = message.indexOf(" in ");
    int unit = in < 0 ? -1 : message.indexOf("ms", in);
    if (!message.startsWith("Completed ") || unit < 0) {
      return Optional.empty();
    }
    String[] words = message.split(" ", 3);
    return Optional.of(
        new Completed(
            words[1],
            message.substring(in + " in ".length(), unit),
            after(message, "Views: "),
            after(message, "ActiveRecord: ")));
  }

  private static String after(String message, String key) {
    int start = message.indexOf(key);
    int end = start < 0 ? -1 : message.indexOf("ms", start);
    return end < 0 ? "" : message.substring(start + key.length(), end);
  }
}
