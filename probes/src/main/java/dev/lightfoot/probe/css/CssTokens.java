package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// Takes a style sheet apart into tokens (CSS Syntax Level 3, section 4); comments are left out.
/// Every text is a sequence of tokens, and each character is looked at a bounded number of times.
final class CssTokens extends CssCharacters {
  CssTokens(String text) {
    this(text, 0, 1);
  }

  /// From that place, which is in that line.
  CssTokens(String text, int at, int line) {
    super(text, at, line);
  }

  /// All tokens of a short text, without the end.
  static List<CssToken> all(String text) {
    CssTokens tokens = new CssTokens(text);
    List<CssToken> all = new ArrayList<>();
    for (CssToken token = tokens.next(); !token.is(Kind.END); token = tokens.next()) {
      all.add(token);
    }
    return all;
  }

  /// The next one; at the end of the text the end, however often.
  CssToken next() {
    skipComments();
    int start = at;
    int startLine = line;
    int c = peek(0);
    if (c == END) {
      return new CssToken(Kind.END, "", 0, line, start, start);
    }
    if (isSpace(c)) {
      while (isSpace(peek(0))) {
        advance();
      }
      return token(Kind.SPACE, " ", 0, start, startLine);
    }
    if (c == '"' || c == '\'') {
      return string(start, startLine);
    }
    if (startsNumber(0)) {
      return numeric(start, startLine);
    }
    if (startsIdent(0)) {
      return identLike(start, startLine);
    }
    return marked(c, start, startLine);
  }

  private CssToken marked(int c, int start, int startLine) {
    if (c == '#' && (isName(peek(1)) || isEscape(1))) {
      advance();
      return token(Kind.HASH, name(), 0, start, startLine);
    }
    if (c == '@' && startsIdent(1)) {
      advance();
      return token(Kind.AT, name(), 0, start, startLine);
    }
    if (text.startsWith("<!--", at)) {
      at += 4;
      return token(Kind.CDO, "<!--", 0, start, startLine);
    }
    if (text.startsWith("-->", at)) {
      at += 3;
      return token(Kind.CDC, "-->", 0, start, startLine);
    }
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    return token(single(c), Character.toString(point), 0, start, startLine);
  }

  private static Kind single(int c) {
    return switch (c) {
      case ':' -> Kind.COLON;
      case ';' -> Kind.SEMICOLON;
      case ',' -> Kind.COMMA;
      case '[' -> Kind.LEFT_SQUARE;
      case ']' -> Kind.RIGHT_SQUARE;
      case '(' -> Kind.LEFT_PAREN;
      case ')' -> Kind.RIGHT_PAREN;
      case '{' -> Kind.LEFT_BRACE;
      case '}' -> Kind.RIGHT_BRACE;
      default -> Kind.DELIM;
    };
  }

  private CssToken token(Kind kind, String value, double number, int start, int startLine) {
    return new CssToken(kind, value, number, startLine, start, at);
  }

  private CssToken string(int start, int startLine) {
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (true) {
      int c = peek(0);
      if (c == END || c == quote) {
        at += c == END ? 0 : 1;
        return token(Kind.STRING, value.toString(), 0, start, startLine);
      }
      if (isNewline(c)) {
        return token(Kind.BAD_STRING, value.toString(), 0, start, startLine);
      }
      if (c == '\\') {
        stringEscape(value);
      } else {
        value.append((char) c);
        at++;
      }
    }
  }

  private void stringEscape(StringBuilder value) {
    if (peek(1) == END) {
      at++;
    } else if (isNewline(peek(1))) {
      at++;
      boolean pair = peek(0) == '\r' && peek(1) == '\n';
      advance();
      if (pair) {
        advance();
      }
    } else {
      at++;
      value.appendCodePoint(escaped());
    }
  }

  private CssToken numeric(int start, int startLine) {
    int from = at;
    if (peek(0) == '+' || peek(0) == '-') {
      at++;
    }
    digits();
    if (peek(0) == '.' && isDigit(peek(1))) {
      at++;
      digits();
    }
    int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
    if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(sign))) {
      at += sign;
      digits();
    }
    double number = Double.parseDouble(text.substring(from, at));
    if (peek(0) == '%') {
      at++;
      return token(Kind.PERCENTAGE, "%", number, start, startLine);
    }
    return startsIdent(0)
        ? token(Kind.DIMENSION, name(), number, start, startLine)
        : token(Kind.NUMBER, "", number, start, startLine);
  }

  private CssToken identLike(int start, int startLine) {
    String name = name();
    if (peek(0) != '(') {
      return token(Kind.IDENT, name, 0, start, startLine);
    }
    at++;
    if (!name.equalsIgnoreCase("url")) {
      return token(Kind.FUNCTION, name, 0, start, startLine);
    }
    int mark = at;
    while (isSpace(charAt(mark))) {
      mark++;
    }
    boolean quoted = charAt(mark) == '"' || charAt(mark) == '\'';
    return quoted ? token(Kind.FUNCTION, name, 0, start, startLine) : url(start, startLine);
  }

  private CssToken url(int start, int startLine) {
    StringBuilder value = new StringBuilder();
    while (isSpace(peek(0))) {
      advance();
    }
    while (true) {
      int c = peek(0);
      if (c == END || c == ')') {
        at += c == END ? 0 : 1;
        return token(Kind.URL, value.toString(), 0, start, startLine);
      }
      if (isSpace(c)) {
        while (isSpace(peek(0))) {
          advance();
        }
        if (peek(0) != END && peek(0) != ')') {
          return badUrl(start, startLine);
        }
      } else if (c == '"' || c == '\'' || c == '(' || isUnprintable(c)) {
        return badUrl(start, startLine);
      } else if (c == '\\') {
        if (!isEscape(0)) {
          return badUrl(start, startLine);
        }
        at++;
        value.appendCodePoint(escaped());
      } else {
        value.append((char) c);
        at++;
      }
    }
  }

  private CssToken badUrl(int start, int startLine) {
    while (peek(0) != END && peek(0) != ')') {
      if (isEscape(0)) {
        at++;
        escaped();
      } else {
        advance();
      }
    }
    at += peek(0) == END ? 0 : 1;
    return token(Kind.BAD_URL, "", 0, start, startLine);
  }
}
