package dev.lightfoot.codec.postgres;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of the stderr log taken apart at its severity, which two spaces follow.
///
/// @param prefix what stands before
/// @param severity `LOG`, `ERROR`, or the label of a line that belongs to the one before, such as
///   `STATEMENT`
/// @param sqlState five characters where `log_error_verbosity` is verbose; else empty
/// @param touching whether the prefix ends with a letter: a `log_line_prefix` without a blank at
///   its end, or a word that only ends as a severity does
record StderrLine(
    String prefix, String severity, String sqlState, String message, boolean touching) {
  private static final String END = ":  ";

  /// Those of which another is the end come after it.
  private static final List<String> SEVERITIES =
      List.of(
          "DEBUG1", "DEBUG2", "DEBUG3", "DEBUG4", "DEBUG5", "DEBUG", "INFO", "NOTICE", "WARNING",
          "LOG", "ERROR", "FATAL", "PANIC");

  private static final Set<String> LABELS =
      Set.of("DETAIL", "HINT", "STATEMENT", "CONTEXT", "QUERY", "LOCATION", "BACKTRACE");
  private static final Pattern SQL_STATE = Pattern.compile("(?=[A-Z]{0,4}\\d)([0-9A-Z]{5}): ");
  private static final int LONGEST_PREFIX = 1024;

  /// A line taken apart; empty where it has no severity.
  static Optional<StderrLine> of(String line) {
    Optional<StderrLine> touching = Optional.empty();
    int end = line.indexOf(END);
    while (end > 0 && end < LONGEST_PREFIX) {
      int start = end;
      while (start > 0 && isWord(line.charAt(start - 1))) {
        start--;
      }
      String word = line.substring(start, end);
      if (isKnown(word)) {
        return Optional.of(of(line, start, end, false));
      }
      touching = touching.isPresent() ? touching : ending(line, start, end);
      end = line.indexOf(END, end + 1);
    }
    return touching;
  }

  private static boolean isKnown(String word) {
    return SEVERITIES.contains(word) || LABELS.contains(word);
  }

  /// `client=DESKTOP-K1LOG: `.
  private static Optional<StderrLine> ending(String line, int start, int end) {
    for (int from = start + 1; from < end; from++) {
      if (isKnown(line.substring(from, end))) {
        return Optional.of(of(line, from, end, true));
      }
    }
    return Optional.empty();
  }

  private static StderrLine of(String line, int start, int end, boolean touching) {
    String severity = line.substring(start, end);
    String message = line.substring(end + END.length());
    Matcher code = SQL_STATE.matcher(message);
    boolean coded = !LABELS.contains(severity) && code.lookingAt();
    boolean letter = start > 0 && Character.isLetterOrDigit(line.charAt(start - 1));
    return new StderrLine(
        line.substring(0, start),
        severity,
        coded ? code.group(1) : "",
        coded ? message.substring(code.end()) : message,
        touching || letter);
  }

  private static boolean isWord(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// Whether it says more of the entry before it.
  boolean belongsToTheOneBefore() {
    return LABELS.contains(severity);
  }
}
