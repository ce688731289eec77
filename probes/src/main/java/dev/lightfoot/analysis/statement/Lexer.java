package dev.lightfoot.analysis.statement;

/// Takes a statement apart, one token after another, in one pass. White space and comments are
/// passed over.
final class Lexer {
  /// What a token is.
  enum Token {
    WORD,
    QUOTED,
    LITERAL,
    NUMBER,
    PLACEHOLDER,
    OPEN,
    CLOSE,
    COMMA,
    SEMICOLON,
    DOT,
    OPERATOR,
    END
  }

  private final String text;

  /// Strings are escaped with a backslash and may stand in double quotation marks; `#` begins a
  /// comment.
  private final boolean mysql;

  private int at;
  private int start;
  private boolean spaced;
  private boolean unfinished;
  private Token token = Token.END;
  private Token before = Token.OPEN;
  private Keyword keyword = Keyword.NAME;
  private boolean afterKeyword = true;

  Lexer(String text, boolean mysql) {
    this.text = text;
    this.mysql = mysql;
  }

  /// Goes on to the next.
  Token next() {
    before = token == Token.END ? Token.OPEN : token;
    afterKeyword = token != Token.WORD || keyword.beforeValue();
    spaced = skip();
    start = at;
    token = at >= text.length() ? Token.END : read(text.charAt(at));
    keyword = token == Token.WORD ? Keyword.of(text, start, at) : Keyword.NAME;
    return token;
  }

  Token token() {
    return token;
  }

  /// Which word of the language it is; [Keyword#NAME] where it is none.
  Keyword keyword() {
    return keyword;
  }

  /// The token before it.
  Token before() {
    return before;
  }

  /// The character that it begins with; 0 at the end.
  char first() {
    return start < text.length() ? text.charAt(start) : 0;
  }

  /// The token as it stands there.
  String raw() {
    return text.substring(start, at);
  }

  /// The token without the quotation marks around it.
  String inner() {
    return at - start < 2 ? raw() : text.substring(start + 1, at - 1);
  }

  /// Where the token begins.
  int start() {
    return start;
  }

  /// Where it ends.
  int end() {
    return at;
  }

  /// Whether white space or a comment stood before it.
  boolean spaced() {
    return spaced;
  }

  /// Whether the text ended within a string, a name or a comment.
  boolean unfinished() {
    return unfinished;
  }

  private boolean skip() {
    int from = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c <= ' ' || c == '\u00a0') {
        at++;
      } else if (c == '/' && next('*')) {
        at = after("*/", at + 2);
      } else if ((c == '-' && next('-')) || (c == '#' && mysql)) {
        int line = text.indexOf('\n', at);
        at = line < 0 ? text.length() : line;
      } else {
        break;
      }
    }
    return at > from;
  }

  private Token read(char c) {
    if (isLetter(c)) {
      return word();
    }
    if (isDigit(c)) {
      return number();
    }
    return switch (c) {
      case '(' -> one(Token.OPEN);
      case ')' -> one(Token.CLOSE);
      case ',' -> one(Token.COMMA);
      case ';' -> one(Token.SEMICOLON);
      case '\'' -> string('\'', mysql);
      case '"' -> mysql ? string('"', true) : quoted('"');
      case '`' -> quoted('`');
      case '[' -> operand() ? one(Token.OPERATOR) : bracket();
      case '.' -> isDigit(peek(1)) && !operand() ? number() : one(Token.DOT);
      case '-' -> (isDigit(peek(1)) || peek(1) == '.') && !operand() ? number() : operator();
      case '$' -> dollar();
      case '?' -> question();
      case '%' -> percent();
      case ':' -> colon();
      case '@' -> at();
      default -> operator();
    };
  }

  private Token one(Token kind) {
    at++;
    return kind;
  }

  /// A name, a key word, or what stands before a string: `E'…'`, `N'…'`, `X'…'`.
  private Token word() {
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\'' && at == start + 1) {
      char mark = text.charAt(start);
      return string('\'', mysql || mark == 'E' || mark == 'e');
    }
    return Token.WORD;
  }

  private Token number() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean sign = (c == '-' || c == '+') && (text.charAt(at - 1) | 0x20) == 'e';
      if (!isPart(c) && c != '.' && !(sign && !text.startsWith("0x", start))) {
        break;
      }
      at++;
    }
    return Token.NUMBER;
  }

  private Token string(char quote, boolean backslash) {
    closing(quote, backslash);
    return Token.LITERAL;
  }

  private Token quoted(char quote) {
    closing(quote, false);
    return Token.QUOTED;
  }

  /// To behind the closing quotation mark; one that is doubled or escaped does not close.
  private void closing(char quote, boolean backslash) {
    at = text.indexOf(quote, at) + 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && backslash) {
        at++;
      } else if (c == quote) {
        if (at >= text.length() || text.charAt(at) != quote) {
          return;
        }
        at++;
      }
    }
    at = text.length();
    unfinished = true;
  }

  /// A name of SQL Server's; anything else in brackets is an index or a list.
  private Token bracket() {
    int end = isLetter(peek(1)) ? text.indexOf(']', at) : -1;
    if (end < 0) {
      return one(Token.OPERATOR);
    }
    at = end + 1;
    return Token.QUOTED;
  }

  /// `$1`, `$name`, or a string such as `$body$…$body$`.
  private Token dollar() {
    int end = at + 1;
    while (end < text.length() && isPart(text.charAt(end)) && text.charAt(end) != '$') {
      end++;
    }
    boolean tag = end < text.length() && text.charAt(end) == '$' && !isDigit(peek(1));
    if (tag) {
      at = after(text.substring(at, end + 1), end + 1);
      return Token.LITERAL;
    }
    if (end == at + 1) {
      return operator();
    }
    at = end;
    return Token.PLACEHOLDER;
  }

  /// A placeholder, or one of PostgreSQL's operators on JSON: `?`, `?|`, `?&`.
  private Token question() {
    at++;
    if (at < text.length() && "|&?".indexOf(text.charAt(at)) >= 0) {
      at++;
      return Token.OPERATOR;
    }
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return operand() && beginsValue() ? Token.OPERATOR : Token.PLACEHOLDER;
  }

  private boolean beginsValue() {
    int next = at;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    return next < text.length() && "'?$%:".indexOf(text.charAt(next)) >= 0;
  }

  /// `%s`, `%(name)s`; else the operator.
  private Token percent() {
    boolean alone = peek(1) == 's' && !isPart(peek(2));
    int end = alone ? at + 1 : peek(1) == '(' ? text.indexOf(")s", at) + 1 : 0;
    if (end == 0) {
      return operator();
    }
    at = end + 1;
    return Token.PLACEHOLDER;
  }

  /// `:name` and `:1`; not the cast `::int`, not `:=`, not a slice.
  private Token colon() {
    if (next(':')) {
      at += 2;
      return Token.OPERATOR;
    }
    return isPart(peek(1)) && !operand() ? named() : operator();
  }

  /// `@name`; not `@@variable`, not a variable of MySQL's, not an operator.
  private Token at() {
    if (next('@') && isLetter(peek(2))) {
      at += 2;
      word();
      return Token.QUOTED;
    }
    if (!isLetter(peek(1)) || operand()) {
      return operator();
    }
    Token parameter = named();
    return mysql ? Token.QUOTED : parameter;
  }

  private Token named() {
    at++;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    return Token.PLACEHOLDER;
  }

  private Token operator() {
    at++;
    return Token.OPERATOR;
  }

  /// Whether what stands before is something that an operator may follow.
  private boolean operand() {
    return switch (before) {
      case WORD -> !afterKeyword;
      case QUOTED, LITERAL, NUMBER, PLACEHOLDER, CLOSE -> true;
      case OPEN, COMMA, SEMICOLON, DOT, END -> false;
      case OPERATOR -> text.charAt(Math.max(0, start - 1)) == ']';
    };
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    unfinished |= found < 0;
    return found < 0 ? text.length() : found + end.length();
  }

  private boolean next(char c) {
    return peek(1) == c;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 127;
  }

  private static boolean isPart(char c) {
    return isLetter(c) || isDigit(c) || c == '$';
  }
}
