package dev.lightfoot.analysis.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects the tables that a statement names.
final class Tables {
  private static final int MOST = 64;
  private static final int DEEPEST = 64;

  private final Set<String> found = new LinkedHashSet<>();
  private final Set<String> queries = new HashSet<>();

  /// By depth: whether a query stands in this parenthesis, so that its FROM names tables.
  private final boolean[] asking = new boolean[DEEPEST];

  private boolean expected;
  private boolean listed;
  private boolean joining;
  private int listDepth;
  private boolean with;
  private StringBuilder name = new StringBuilder();
  private String lastName = "";
  private Keyword before = Keyword.NAME;

  void take(Lexer lexer, int depth) {
    Lexer.Token token = lexer.token();
    if (joining && isName(token)) {
      name.append(unquoted(lexer));
      joining = false;
      return;
    }
    if (!name.isEmpty()) {
      if (token == Lexer.Token.DOT) {
        name.append('.');
        joining = true;
        return;
      }
      end(token);
    }
    switch (token) {
      case WORD, QUOTED -> word(lexer, depth);
      case COMMA -> expected = listed && depth == listDepth;
      case OPEN -> open(depth);
      case CLOSE -> listed &= depth > listDepth;
      default -> expected = false;
    }
    before = token == Lexer.Token.WORD ? lexer.keyword() : Keyword.NAME;
  }

  private void open(int depth) {
    if (depth + 1 < DEEPEST) {
      asking[depth + 1] = false;
    }
    if (with && before == Keyword.AS) {
      queries.add(lastName);
    }
    expected = false;
  }

  private void word(Lexer lexer, int depth) {
    Keyword keyword = lexer.keyword();
    switch (keyword) {
      case SELECT, DELETE -> {
        asking[Math.min(depth, DEEPEST - 1)] = true;
        expected = false;
      }
      case WITH -> with = true;
      case FROM -> from(depth);
      case JOIN, INTO, TABLE -> expected = true;
      case UPDATE -> expected = updates();
      case BEFORE_NAME, EXISTS, LIMIT, FIRST, ANY -> {}
      case WHERE, GROUP, AFTER_SOURCE, OFFSET, SET, ON, FOR -> {
        expected = false;
        listed &= depth > listDepth;
      }
      default -> name(lexer);
    }
  }

  private void from(int depth) {
    boolean tables = depth == 0 || asking[Math.min(depth, DEEPEST - 1)];
    expected = tables && before != Keyword.DISTINCT;
    listed = expected;
    listDepth = depth;
  }

  /// Not FOR UPDATE, ON DUPLICATE KEY UPDATE, DO UPDATE.
  private boolean updates() {
    return switch (before) {
      case FOR, KEY, CALL, ON -> false;
      default -> true;
    };
  }

  private void name(Lexer lexer) {
    if (expected) {
      name.setLength(0);
      name.append(unquoted(lexer));
      expected = false;
    } else if (with && lexer.keyword() == Keyword.NAME) {
      lastName = unquoted(lexer);
    }
  }

  /// A function's result is no table.
  private void end(Lexer.Token next) {
    boolean call = next == Lexer.Token.OPEN && before != Keyword.INTO && listed;
    if (!call && found.size() < MOST) {
      found.add(name.toString());
    }
    name.setLength(0);
    joining = false;
  }

  boolean any() {
    return !names().isEmpty();
  }

  List<String> names() {
    if (!name.isEmpty()) {
      end(Lexer.Token.END);
    }
    List<String> names = new ArrayList<>(found);
    names.removeAll(queries);
    names.removeIf(table -> table.equalsIgnoreCase("DUAL"));
    return names;
  }

  private static boolean isName(Lexer.Token token) {
    return token == Lexer.Token.WORD || token == Lexer.Token.QUOTED;
  }

  private static String unquoted(Lexer lexer) {
    return lexer.token() == Lexer.Token.QUOTED ? lexer.inner() : lexer.raw();
  }
}
