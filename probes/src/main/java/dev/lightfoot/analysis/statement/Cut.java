package dev.lightfoot.analysis.statement;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Tells a text that a recorder cut from a whole one.
final class Cut {
  /// Limits of recorders.
  private static final Set<Integer> LENGTHS =
      Set.of(255, 256, 500, 512, 1000, 1024, 2000, 2048, 4096);

  private Cut() {}

  static boolean isCut(String text, Statement statement) {
    if (text.endsWith("...") || text.endsWith("…")) {
      return true;
    }
    return !statement.isWhole()
        && (LENGTHS.contains(text.length())
            || LENGTHS.contains(text.getBytes(StandardCharsets.UTF_8).length));
  }
}
