package dev.lightfoot.codec.postgres;

import java.util.Optional;
import java.util.Set;

/// A line of the stderr log taken apart at its severity, which two spaces follow.
///
/// @param prefix what stands before
/// @param severity `LOG`, `ERROR`, or the label of a line that belongs to the one before, such as
///   `STATEMENT`
record StderrLine(String prefix, String severity, String message) {
  private static final String END = ":  ";
  private static final Set<String> SEVERITIES =
      Set.of(
          "DEBUG", "DEBUG1", "DEBUG2", "DEBUG3", "DEBUG4", "DEBUG5", "INFO", "NOTICE", "WARNING",
          "LOG", "ERROR", "FATAL", "PANIC");
  private static final Set<String> LABELS =
      Set.of("DETAIL", "HINT", "STATEMENT", "CONTEXT", "QUERY", "LOCATION", "BACKTRACE");
  private static final int LONGEST_PREFIX = 1024;

  /// A line taken apart; empty where it has no severity.
  static Optional<StderrLine> of(String line) {
    int end = line.indexOf(END);
    while (end > 0 && end < LONGEST_PREFIX) {
      int start = end;
      while (start > 0 && isWord(line.charAt(start - 1))) {
        start--;
      }
      String word = line.substring(start, end);
      if (SEVERITIES.contains(word) || LABELS.contains(word)) {
        return Optional.of(
            new StderrLine(line.substring(0, start), word, line.substring(end + END.length())));
      }
      end = line.indexOf(END, end + 1);
    }
    return Optional.empty();
  }

  private static boolean isWord(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// Whether it says more of the entry before it.
  boolean belongsToTheOneBefore() {
    return LABELS.contains(severity);
  }
}
