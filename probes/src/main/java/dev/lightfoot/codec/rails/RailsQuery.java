package dev.lightfoot.codec.rails;

import java.util.Optional;

/// A query of the development log: ` User Load (0.2ms) SELECT … [["id", 1]]`.
///
/// @param name what asked, such as `User Load`
/// @param millis as written
/// @param cached whether Rails knew the answer from before
record RailsQuery(String name, String millis, boolean cached, String sql) {
  private static final String UNIT = "ms)  ";
  private static final String CACHE = "CACHE ";

  static Optional<RailsQuery> of(String message) {
    int unit = message.indexOf(UNIT);
    int open = unit < 0 ? -1 : message.lastIndexOf('(', unit);
    if (open < 0 || !message.startsWith("  ")) {
      return Optional.empty();
    }
    String millis = message.substring(open + 1, unit);
    String name = message.substring(0, open).strip();
    boolean number =
        !millis.isEmpty() && millis.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    boolean cached = name.startsWith(CACHE);
    return number
        ? Optional.of(
            new RailsQuery(
                cached ? name.substring(CACHE.length()) : name,
                millis,
                cached,
                withoutBinds(message.substring(unit + UNIT.length()))))
        : Optional.empty();
  }

  private static String withoutBinds(String sql) {
    int binds =
        sql.endsWith("]]") ? sql.lastIndexOf("[[") : sql.endsWith("[]") ? sql.length() - 2 : -1;
    return (binds < 0 ? sql : sql.substring(0, binds)).strip();
  }
}
