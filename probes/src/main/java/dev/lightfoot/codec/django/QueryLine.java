package dev.lightfoot.codec.django;

import java.util.Optional;

/// A message of `django.db.backends`: `(0.003) SELECT …; args=(1,); alias=default`.
///
/// @param start where in the line the message begins
/// @param seconds as written
/// @param rest what follows the duration, the arguments included
record QueryLine(int start, String seconds, String rest) {
  private static final String ARGUMENTS = "; args=";
  private static final String ALIAS = "; alias=";
  private static final String TIMES = " times: ";
  private static final int LONGEST_PREFIX = 512;

  /// The first in a line.
  static Optional<QueryLine> in(String line) {
    int open = line.indexOf('(');
    while (open >= 0 && open < LONGEST_PREFIX) {
      int close = open + 1;
      while (close < line.length() && isNumber(line.charAt(close))) {
        close++;
      }
      String seconds = line.substring(open + 1, close);
      boolean before = open == 0 || !Character.isLetterOrDigit(line.charAt(open - 1));
      if (before && seconds.indexOf('.') > 0 && line.startsWith(") ", close)) {
        return Optional.of(new QueryLine(open, seconds, line.substring(close + 2)));
      }
      open = line.indexOf('(', open + 1);
    }
    return Optional.empty();
  }

  private static boolean isNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /// Whether the statement is complete: its arguments follow it.
  static boolean endsIn(String text) {
    return text.contains(ARGUMENTS);
  }

  /// The statement, without its arguments.
  String sql() {
    int end = rest.lastIndexOf(ARGUMENTS);
    String text = end < 0 ? rest : rest.substring(0, end);
    return times().isEmpty() ? text : text.substring(text.indexOf(TIMES) + TIMES.length());
  }

  /// Of `executemany`: how many sets of arguments; else empty.
  String times() {
    int end = rest.indexOf(TIMES);
    boolean number = end > 0 && rest.substring(0, end).chars().allMatch(Character::isDigit);
    return number ? rest.substring(0, end) : "";
  }

  /// Of which connection; empty where it is not said (before Django 4.2).
  String alias() {
    int start = rest.lastIndexOf(ALIAS);
    boolean last = start > rest.lastIndexOf(ARGUMENTS);
    return start >= 0 && last ? rest.substring(start + ALIAS.length()).strip() : "";
  }
}
