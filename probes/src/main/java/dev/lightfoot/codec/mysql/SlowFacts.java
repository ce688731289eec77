package dev.lightfoot.codec.mysql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the `#` lines of one entry say: `Query_time: 0.011853 Lock_time: 0.011542`.
final class SlowFacts {
  private static final int MEMBERS = 100;

  private final Map<String, String> values = new HashMap<>();

  /// Takes a line without its `# `.
  void line(String line) {
    if (line.startsWith("User@Host: ")) {
      user(line.substring("User@Host: ".length()));
      return;
    }
    String key = "";
    for (String word : line.split("\\s+", -1)) {
      if (word.endsWith(":") && word.length() > 1) {
        key = word.substring(0, word.length() - 1);
      } else if (!key.isEmpty() && values.size() < MEMBERS) {
        values.put(key, word);
        key = "";
      }
    }
  }

  /// `shop[shop] @ web1 [10.0.0.5] Id: 2`.
  private void user(String text) {
    int at = text.indexOf(" @ ");
    int open = text.indexOf('[', Math.max(at, 0));
    int close = text.indexOf(']', Math.max(open, 0));
    if (at >= 0 && open > at && close > open) {
      String address = text.substring(open + 1, close).strip();
      values.put("host", address.isEmpty() ? text.substring(at + 3, open).strip() : address);
      line(text.substring(close + 1));
    }
  }

  /// Empty where it is not said.
  String get(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  /// MariaDB alone says so in every entry; other servers are not known by it.
  Optional<Server> mariaDb() {
    return values.containsKey("QC_hit") && values.containsKey("Thread_id")
        ? Optional.of(Server.STAMPS_END)
        : Optional.empty();
  }

  void clear() {
    values.clear();
  }
}
