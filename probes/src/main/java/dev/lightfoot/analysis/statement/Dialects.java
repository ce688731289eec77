package dev.lightfoot.analysis.statement;

import java.util.Set;

/// Differences of the query languages that matter for telling where a value ends.
final class Dialects {
  private static final Set<String> LIKE_MYSQL =
      Set.of("mysql", "mariadb", "tidb", "vitess", "clickhouse", "gcp.bigquery", "bigquery");

  private Dialects() {}

  /// Whether `"…"` is a string and a backslash escapes. Where nobody says which database it is,
  /// names in back quotes tell.
  static boolean isMysql(String system, String text) {
    return LIKE_MYSQL.contains(system) || (system.isEmpty() && text.indexOf('`') >= 0);
  }
}
