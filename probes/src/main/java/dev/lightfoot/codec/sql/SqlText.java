package dev.lightfoot.codec.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a statement does and to what, read from its first words only; no parser of SQL.
public final class SqlText {
  /// Words looked at: those of a statement's head.
  private static final int WORDS = 4096;

  /// Of the words below.
  private static final int LONGEST_WORD = 12;

  private static final Set<String> VERBS =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE");
  private static final Set<String> BEFORE_TABLE = Set.of("FROM", "INTO", "UPDATE", "JOIN", "TABLE");
  private static final Set<String> BETWEEN =
      Set.of("ONLY", "IF", "NOT", "EXISTS", "IGNORE", "LOW_PRIORITY", "LATERAL", "CONCURRENTLY");

  private final String operation;
  private final Optional<String> table;

  private SqlText(String operation, Optional<String> table) {
    this.operation = operation;
    this.table = table;
  }

  /// Of a statement without comments around it.
  public static SqlText of(String sql) {
    SqlWords words = new SqlWords(sql);
    if (!words.next()) {
      return new SqlText("", Optional.empty());
    }
    String operation = words.word().toUpperCase(Locale.ROOT);
    if (operation.equals("WITH")) {
      operation = mainVerb(words).orElse(operation);
    }
    return new SqlText(operation, table(words, BEFORE_TABLE.contains(operation)));
  }

  /// The verb after the named queries, which stand in parentheses.
  private static Optional<String> mainVerb(SqlWords words) {
    int depth = 0;
    for (int i = 0; i < WORDS && words.next(); i++) {
      String word = words.word();
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (depth == 0 && word.length() <= LONGEST_WORD) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (VERBS.contains(upper)) {
          return Optional.of(upper);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> table(SqlWords words, boolean atOnce) {
    boolean expected = atOnce;
    for (int i = 0; i < WORDS && words.next(); i++) {
      String word = words.word();
      String upper = word.length() <= LONGEST_WORD ? word.toUpperCase(Locale.ROOT) : word;
      if (BEFORE_TABLE.contains(upper)) {
        expected = true;
      } else if (expected && !BETWEEN.contains(upper)) {
        if (SqlWords.isName(word)) {
          return Optional.of(SqlWords.unquote(word));
        }
        expected = false;
      }
    }
    return Optional.empty();
  }

  /// Its verb in capitals, such as `SELECT`; empty where there is none.
  public String operation() {
    return operation;
  }

  /// The first table, without quotation marks.
  public Optional<String> table() {
    return table;
  }

  /// A short name: verb and table.
  public String summary() {
    String verb = operation.isEmpty() ? "statement" : operation;
    return table.map(name -> verb + " " + name).orElse(verb);
  }
}
