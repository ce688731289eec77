package dev.lightfoot.report.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides the literals of SQL text behind `?`: quoted strings, dollar-quoted strings, numbers.
final class SqlLiterals {
  private static final String QUOTED_TEXT =
      "[EeBbXxNn]?'(?:[^'\\\\]|''|\\\\.)*+'?|\\$([A-Za-z_]*)\\$(?s:.*?)\\$\\1\\$";
  private static final Pattern QUOTED = Pattern.compile(QUOTED_TEXT);
  private static final Pattern ANY =
      Pattern.compile(
          QUOTED_TEXT + "|(?<![A-Za-z0-9_$?:.])-?[0-9][0-9A-Fa-fxX.]*(?:[eE][+-]?[0-9]+)?");

  private static final Pattern ANY_OF_MYSQL =
      Pattern.compile(ANY.pattern() + "|\"(?:[^\"\\\\]|\"\"|\\\\.)*+\"?");

  private SqlLiterals() {}

  /// @param system the database: to MySQL and MariaDB double quotation marks hold literals, to
  ///   others names
  static String hide(String sql, String system, SecretText text) {
    boolean doubled = system.equals("mysql") || system.equals("mariadb");
    return replace((doubled ? ANY_OF_MYSQL : ANY).matcher(sql), text);
  }

  static String hideQuoted(String sql, SecretText text) {
    return replace(QUOTED.matcher(sql), text);
  }

  private static String replace(Matcher matcher, SecretText text) {
    return matcher.replaceAll(
        match -> {
          text.note("SQL literal");
          return "?";
        });
  }
}
