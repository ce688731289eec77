package dev.lightfoot.codec.mysql;

import java.util.Optional;

/// The line before each statement, by which it could be run again as it was: `SET
/// last_insert_id=4711,insert_id=9,timestamp=1795168808;`.
///
/// @param timestamp in seconds since 1970
record SetLine(String timestamp) {
  private static final String SET = "SET ";
  private static final String TIMESTAMP = "timestamp=";

  /// Empty where the line is a statement.
  static Optional<SetLine> of(String line) {
    String text = line.strip();
    if (!text.startsWith(SET) || !text.endsWith(";")) {
      return Optional.empty();
    }
    String timestamp = "";
    for (String each : text.substring(SET.length(), text.length() - 1).split(",", -1)) {
      String item = each.strip();
      if (item.startsWith(TIMESTAMP)) {
        timestamp = item.substring(TIMESTAMP.length());
      } else if (!item.startsWith("insert_id=") && !item.startsWith("last_insert_id=")) {
        return Optional.empty();
      }
    }
    return timestamp.isEmpty() ? Optional.empty() : Optional.of(new SetLine(timestamp));
  }
}
