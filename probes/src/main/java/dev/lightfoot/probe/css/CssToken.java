package dev.lightfoot.probe.css;

/// One token of a style sheet (CSS Syntax Level 3, section 4).
///
/// @param kind which one
/// @param text the name, the string, the URL, the unit of a dimension, or the character itself;
///   escapes are resolved
/// @param number of numbers, percentages and dimensions; else 0
/// @param line that it begins in, from 1
/// @param start of its characters in the sheet
/// @param end of its characters in the sheet
record CssToken(Kind kind, String text, double number, int line, int start, int end) {
  /// Kinds of tokens.
  enum Kind {
    IDENT,
    FUNCTION,
    AT,
    HASH,
    STRING,
    BAD_STRING,
    URL,
    BAD_URL,
    DELIM,
    NUMBER,
    PERCENTAGE,
    DIMENSION,
    SPACE,
    CDO,
    CDC,
    COLON,
    SEMICOLON,
    COMMA,
    LEFT_SQUARE,
    RIGHT_SQUARE,
    LEFT_PAREN,
    RIGHT_PAREN,
    LEFT_BRACE,
    RIGHT_BRACE,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /// Whether it is this word, in letters of any case.
  boolean isWord(String word) {
    return kind == Kind.IDENT && text.equalsIgnoreCase(word);
  }

  /// Whether it opens this function, in letters of any case.
  boolean isFunction(String name) {
    return kind == Kind.FUNCTION && text.equalsIgnoreCase(name);
  }

  /// Whether it is this character, which has no meaning of its own.
  boolean isDelim(char c) {
    return kind == Kind.DELIM && text.charAt(0) == c;
  }

  boolean opens() {
    return kind == Kind.FUNCTION || kind == Kind.LEFT_PAREN || kind == Kind.LEFT_SQUARE;
  }

  boolean closes() {
    return kind == Kind.RIGHT_PAREN || kind == Kind.RIGHT_SQUARE;
  }
}
