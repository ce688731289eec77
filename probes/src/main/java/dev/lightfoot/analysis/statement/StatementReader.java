package dev.lightfoot.analysis.statement;

import java.util.HexFormat;
import java.util.OptionalLong;

/// Goes over a statement's tokens once and collects what it says.
final class StatementReader {
  /// Longer texts are told apart by a hash of what follows.
  private static final int LONGEST = 4_000;

  private final String text;
  private final Lexer lexer;
  private final Folding folding;
  private final Tables tables = new Tables();
  private final Verbs verbs = new Verbs();
  private final Projection projection = new Projection();
  private final StringBuilder exact;

  private boolean literals;
  private boolean placeholders;
  private boolean changing;
  private boolean limited;
  private boolean limitNext;
  private boolean paged;
  private OptionalLong limit = OptionalLong.empty();
  private int from = -1;
  private int exactFrom = -1;
  private int to = -1;
  private int exactTo = -1;
  private int parts;
  private boolean between = true;
  private Lexer.Token last = Lexer.Token.END;
  private boolean dangling;

  StatementReader(String text, boolean mysql) {
    this.text = text;
    lexer = new Lexer(text, mysql);
    folding = new Folding(lexer, text);
    exact = new StringBuilder(text.length());
  }

  Statement read() {
    while (lexer.next() != Lexer.Token.END) {
      if (lexer.token() == Lexer.Token.SEMICOLON && folding.depth() == 0) {
        between = true;
        continue;
      }
      if (between) {
        begin();
      }
      take();
    }
    return finish();
  }

  /// A statement of the text begins.
  private void begin() {
    between = false;
    parts++;
    if (parts > 1) {
      folding.separate();
      exact.append(';');
    }
  }

  private void take() {
    int depth = folding.depth();
    Lexer.Token token = lexer.token();
    Keyword keyword = lexer.keyword();
    if (parts == 1) {
      verbs.take(lexer, depth);
      if (verbs.beginsQuery()) {
        folding.restart();
        exact.setLength(0);
      }
      clauses(keyword, depth);
      projection.take(lexer, depth);
    }
    tables.take(lexer, depth);
    literals |= token == Lexer.Token.LITERAL || token == Lexer.Token.NUMBER;
    placeholders |= token == Lexer.Token.PLACEHOLDER;
    changing |= keyword == Keyword.VOLATILE;
    if (lexer.spaced() && !exact.isEmpty()) {
      exact.append(' ');
    }
    exact.append(text, lexer.start(), lexer.end());
    if (verbs.isNameOfOwn(lexer)) {
      folding.placeholder();
    } else {
      folding.take();
    }
    last = token;
    dangling = keyword.needsMore();
  }

  private void clauses(Keyword keyword, int depth) {
    if (limitNext) {
      limitNext = false;
      limit = number();
    } else if (limit.isPresent() && lexer.token() == Lexer.Token.COMMA) {
      paged = true;
      limitNext = true;
    }
    if (depth > 0) {
      return;
    }
    switch (keyword) {
      case FROM -> mark();
      case GROUP, AFTER_SOURCE, FOR -> close();
      case LIMIT, FIRST -> {
        limitNext = keyword == Keyword.LIMIT || limited;
        limited = true;
        close();
      }
      case FETCH -> {
        limited |= from >= 0;
        close();
      }
      case OFFSET -> {
        paged = true;
        close();
      }
      default -> {}
    }
  }

  private OptionalLong number() {
    if (lexer.token() != Lexer.Token.NUMBER || lexer.end() - lexer.start() > 18) {
      return OptionalLong.empty();
    }
    String digits = text.substring(lexer.start(), lexer.end());
    return digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  private void mark() {
    if (from < 0) {
      from = folding.length();
      exactFrom = exact.length();
    }
  }

  private void close() {
    if (from >= 0 && to < 0) {
      to = folding.length();
      exactTo = exact.length();
    }
  }

  private Statement finish() {
    ValuesSeen values =
        placeholders ? ValuesSeen.HIDDEN : literals ? ValuesSeen.KNOWN : ValuesSeen.NONE;
    boolean constant = projection.isConstant();
    Verb verb = verbs.verb();
    boolean ping = verb == Verb.READ && constant && !tables.any();
    return new Statement(
        folding.text(0, folding.length()),
        exact(),
        ping ? Verb.PING : verb,
        values,
        tables.names(),
        verb == Verb.READ && !ping ? selection() : Statement.Selection.NONE,
        changing,
        Math.max(1, Math.max(parts, folding.rows())),
        isWhole());
  }

  private Statement.Selection selection() {
    boolean existence =
        projection.isExistence() || (projection.isConstant() && (limited || paged) && from >= 0);
    close();
    return new Statement.Selection(
        projection.isAggregate(),
        existence,
        limited,
        limit,
        paged,
        from < 0 ? "" : folding.text(from, to),
        from < 0 ? "" : exact.substring(exactFrom, exactTo).strip());
  }

  private boolean isWhole() {
    boolean open =
        switch (last) {
          case COMMA, OPERATOR, DOT, OPEN -> true;
          default -> dangling;
        };
    return !lexer.unfinished() && folding.depth() == 0 && (!open || endsWithStar());
  }

  /// `SELECT *` may end so.
  private boolean endsWithStar() {
    int length = exact.length();
    return length > 0 && (exact.charAt(length - 1) == '*' || exact.charAt(length - 1) == ']');
  }

  private String exact() {
    String all = exact.toString();
    if (all.length() <= LONGEST) {
      return all;
    }
    long hash = 1125899906842597L;
    for (int i = LONGEST; i < all.length(); i++) {
      hash = 31 * hash + all.charAt(i);
    }
    return all.substring(0, LONGEST) + '…' + HexFormat.of().toHexDigits(hash);
  }
}
