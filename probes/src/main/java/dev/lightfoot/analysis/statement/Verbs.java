package dev.lightfoot.analysis.statement;

/// Finds what a statement does: by its first word, behind named queries by the word after them.
final class Verbs {
  private Verb verb = Verb.OTHER;
  private boolean first = true;
  private boolean named;
  private boolean cursor;
  private boolean writes;
  private Keyword opening = Keyword.NAME;
  private boolean query;
  private Keyword last = Keyword.NAME;

  /// The word before the token.
  private Keyword before = Keyword.NAME;

  void take(Lexer lexer, int depth) {
    Keyword keyword = lexer.keyword();
    if (first && lexer.token() != Lexer.Token.OPEN) {
      first = false;
      opening = keyword;
      verb = of(keyword);
      named = keyword == Keyword.WITH;
      cursor = keyword == Keyword.DECLARE;
    } else if (named && depth == 0 && isMain(keyword)) {
      verb = of(keyword);
      named = false;
    } else if (cursor && last == Keyword.FOR && keyword != Keyword.NAME) {
      verb = of(keyword);
      cursor = false;
      query = true;
    } else if (opening == Keyword.ROLLBACK
        && (keyword == Keyword.TO || keyword == Keyword.SAVEPOINT)) {
      verb = Verb.SAVEPOINT;
    } else if (opening == Keyword.EXPLAIN && isMain(keyword)) {
      verb = Verb.SESSION;
    }
    boolean begins = lexer.before() == Lexer.Token.OPEN && depth > 0;
    writes |= begins && of(keyword) == Verb.WRITE && opening == Keyword.WITH;
    before = last;
    last = keyword;
  }

  /// Whether the token is where the query of a cursor begins: what stands before it is the
  /// driver's.
  boolean beginsQuery() {
    boolean begins = query;
    query = false;
    return begins;
  }

  Verb verb() {
    return verb == Verb.READ && writes ? Verb.WRITE : verb;
  }

  /// Whether the token is a name made anew each time: a savepoint's, a cursor's.
  boolean isNameOfOwn(Lexer lexer) {
    boolean name =
        lexer.token() == Lexer.Token.QUOTED
            || (lexer.token() == Lexer.Token.WORD && lexer.keyword() == Keyword.NAME);
    return name
        && switch (opening) {
          case SAVEPOINT, RELEASE -> true;
          case ROLLBACK -> verb == Verb.SAVEPOINT;
          case CLOSE -> true;
          case FETCH -> lexer.token() == Lexer.Token.QUOTED || before == Keyword.FROM;
          default -> false;
        };
  }

  private static boolean isMain(Keyword keyword) {
    return switch (keyword) {
      case SELECT, INSERT, UPDATE, DELETE, VALUES, TABLE -> true;
      default -> false;
    };
  }

  private static Verb of(Keyword keyword) {
    return switch (keyword) {
      case SELECT, VALUES, TABLE, MATCH, WITH -> Verb.READ;
      case INSERT, UPDATE, DELETE -> Verb.WRITE;
      case BEGIN -> Verb.BEGIN;
      case COMMIT, ROLLBACK, END -> Verb.END;
      case SAVEPOINT, RELEASE -> Verb.SAVEPOINT;
      case SET, SHOW, CLOSE -> Verb.SESSION;
      case FETCH -> Verb.FETCH;
      case PING -> Verb.PING;
      case DEFINE -> Verb.DEFINE;
      case LOCK -> Verb.LOCK;
      default -> Verb.OTHER;
    };
  }
}
