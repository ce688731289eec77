package dev.lightfoot.probe.css;

/// The characters of a style sheet, and which of them begin or continue what (CSS Syntax Level 3,
/// sections 4.2 and 4.3).
abstract class CssCharacters {
  /// Stands after the last character.
  static final int END = -1;

  private static final int MAX_CODE_POINT_DIGITS = 6;

  final String text;
  int at;
  int line;

  CssCharacters(String text, int at, int line) {
    this.text = text;
    this.at = at;
    this.line = line;
  }

  final void skipComments() {
    while (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      int end = close < 0 ? text.length() : close + 2;
      while (at < end) {
        advance();
      }
    }
  }

  final void digits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  final String name() {
    int start = at;
    while (isName(peek(0))) {
      at++;
    }
    if (!isEscape(0)) {
      return text.substring(start, at);
    }
    StringBuilder name = new StringBuilder(text.substring(start, at));
    while (true) {
      if (isName(peek(0))) {
        name.append(text.charAt(at++));
      } else if (isEscape(0)) {
        at++;
        name.appendCodePoint(escaped());
      } else {
        return name.toString();
      }
    }
  }

  /// The character that an escape stands for; the backslash is read already.
  final int escaped() {
    int digits = 0;
    int value = 0;
    while (digits < MAX_CODE_POINT_DIGITS && Character.digit(peek(0), 16) >= 0 && peek(0) < 0x80) {
      value = value * 16 + Character.digit(peek(0), 16);
      digits++;
      at++;
    }
    if (digits == 0) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      return point;
    }
    if (isSpace(peek(0))) {
      boolean pair = peek(0) == '\r' && peek(1) == '\n';
      advance();
      if (pair) {
        advance();
      }
    }
    boolean none = value == 0 || value > Character.MAX_CODE_POINT;
    boolean half = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return none || half ? 0xfffd : value;
  }

  final boolean startsNumber(int offset) {
    int c = peek(offset);
    if (c == '+' || c == '-') {
      return isDigit(peek(offset + 1)) || (peek(offset + 1) == '.' && isDigit(peek(offset + 2)));
    }
    return isDigit(c) || (c == '.' && isDigit(peek(offset + 1)));
  }

  final boolean startsIdent(int offset) {
    if (peek(offset) == '-') {
      int second = peek(offset + 1);
      return isNameStart(second) || second == '-' || isEscape(offset + 1);
    }
    return isNameStart(peek(offset)) || isEscape(offset);
  }

  final boolean isEscape(int offset) {
    return peek(offset) == '\\' && peek(offset + 1) != END && !isNewline(peek(offset + 1));
  }

  final int peek(int offset) {
    return charAt(at + offset);
  }

  final int charAt(int place) {
    return place < text.length() ? text.charAt(place) : END;
  }

  final void advance() {
    char c = text.charAt(at++);
    boolean pair = c == '\r' && peek(0) == '\n';
    if (isNewline(c) && !pair) {
      line++;
    }
  }

  static boolean isNewline(int c) {
    return c == '\n' || c == '\r' || c == '\f';
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || isNewline(c);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80 || c == 0;
  }

  static boolean isName(int c) {
    return isNameStart(c) || isDigit(c) || c == '-';
  }

  static boolean isUnprintable(int c) {
    return c < 0x09 || c == 0x0b || (c > 0x0d && c < 0x20) || c == 0x7f;
  }
}
