package dev.lightfoot.analysis.statement;

/// Looks at what stands between SELECT and FROM: one number for all rows, a constant, or columns.
final class Projection {
  private boolean inside;
  private boolean over;
  private boolean group;
  private boolean aggregate;
  private boolean exists;
  private boolean other;
  private int tokens;
  private int constants;
  private boolean alias;
  private boolean skipNumber;

  void take(Lexer lexer, int depth) {
    Keyword keyword = lexer.keyword();
    if (depth == 0 && keyword == Keyword.GROUP) {
      group = true;
    }
    if (over) {
      return;
    }
    if (!inside) {
      inside = depth == 0 && keyword == Keyword.SELECT;
      return;
    }
    if (depth == 0 && ends(keyword) && !first(keyword)) {
      over = true;
    } else {
      inside(lexer, keyword, depth);
    }
  }

  private void inside(Lexer lexer, Keyword keyword, int depth) {
    if (keyword == Keyword.DISTINCT || (depth == 0 && keyword == Keyword.ANY)) {
      return;
    }
    if (first(keyword)) {
      skipNumber = true;
      return;
    }
    boolean first = tokens == 0;
    if (skipNumber && lexer.token() == Lexer.Token.NUMBER) {
      skipNumber = false;
      return;
    }
    switch (lexer.token()) {
      case OPEN, CLOSE -> {}
      case LITERAL, NUMBER, PLACEHOLDER -> {
        constants++;
        tokens++;
      }
      case WORD, QUOTED -> {
        aggregate |= first && keyword == Keyword.AGGREGATE;
        exists |= first && (keyword == Keyword.EXISTS || keyword == Keyword.BEFORE_NAME);
        boolean named = keyword == Keyword.AS || alias || constants > 0;
        alias = keyword == Keyword.AS;
        other |= !named && keyword != Keyword.CONSTANT;
        constants += keyword == Keyword.CONSTANT ? 1 : 0;
        tokens++;
      }
      default -> {
        other = true;
        tokens++;
      }
    }
  }

  /// `SELECT TOP 1 …`: the number is no column.
  private boolean first(Keyword keyword) {
    return tokens == 0 && keyword == Keyword.LIMIT;
  }

  private static boolean ends(Keyword keyword) {
    return switch (keyword) {
      case FROM, WHERE, LIMIT, AFTER_SOURCE, INTO -> true;
      default -> false;
    };
  }

  boolean isAggregate() {
    return aggregate && !group;
  }

  boolean isExistence() {
    return exists;
  }

  /// One value and nothing of a table.
  boolean isConstant() {
    return inside && constants == 1 && !other;
  }
}
