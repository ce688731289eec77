package dev.lightfoot.codec.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a statement does and to what, read from its first words only; no parser of SQL.
public final class SqlText {
  /// Words looked at: those of a statement's head.
  private static final int WORDS = 4096;

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
    List<String> words = SqlWords.of(sql, WORDS);
    if (words.isEmpty()) {
      return new SqlText("", Optional.empty());
    }
    String first = words.getFirst().toUpperCase(Locale.ROOT);
    int verb = first.equals("WITH") ? mainVerb(words) : 0;
    String operation = words.get(verb).toUpperCase(Locale.ROOT);
    return new SqlText(operation, table(words, verb));
  }

  /// The verb after the named queries, which stand in parentheses.
  private static int mainVerb(List<String> words) {
    int depth = 0;
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "(" -> depth++;
        case ")" -> depth--;
        default -> {
          if (depth == 0 && VERBS.contains(words.get(i).toUpperCase(Locale.ROOT))) {
            return i;
          }
        }
      }
    }
    return 0;
  }

  private static Optional<String> table(List<String> words, int verb) {
    boolean expected = false;
    for (String word : words.subList(verb, words.size())) {
      String upper = word.toUpperCase(Locale.ROOT);
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
