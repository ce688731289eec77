package dev.lightfoot.analysis.statement;

import java.util.Arrays;

/// Writes the template of a statement while its tokens come: each value is `?`, a list of values of
/// any length after IN or VALUES is `(?)`, and so are many rows.
final class Folding {
  /// One parenthesis that is open.
  private static final class Frame {
    int begin;
    boolean list;
    boolean row;
    boolean more;
    boolean plain;
    int values;
  }

  private final Lexer lexer;
  private final String text;
  private final StringBuilder out;
  private Frame[] frames = new Frame[8];
  private int depth;
  private Keyword word = Keyword.NAME;
  private boolean named;
  private boolean cast;
  private int rowsEnd = -1;
  private int rowsDepth;
  private int rows;
  private int mostRows;

  Folding(Lexer lexer, String text) {
    this.lexer = lexer;
    this.text = text;
    out = new StringBuilder(Math.min(text.length(), 512));
  }

  /// Takes the lexer's token.
  void take() {
    Lexer.Token token = lexer.token();
    if (named && token != Lexer.Token.OPEN) {
      mark();
    }
    named = false;
    if (lexer.spaced() && !out.isEmpty()) {
      out.append(' ');
    }
    switch (token) {
      case LITERAL, NUMBER, PLACEHOLDER -> value();
      case OPEN -> open();
      case CLOSE -> close(')');
      case WORD, QUOTED -> name(token);
      case OPERATOR -> operator();
      default -> copy();
    }
    cast = token == Lexer.Token.OPERATOR && lexer.first() == ':';
    word = lexer.keyword();
    boolean between = token == Lexer.Token.COMMA || token == Lexer.Token.CLOSE;
    if (depth < rowsDepth || (depth == rowsDepth && !between)) {
      rowsEnd = -1;
    }
  }

  /// Writes `?` for the lexer's token, whatever it is.
  void placeholder() {
    if (lexer.spaced() && !out.isEmpty()) {
      out.append(' ');
    }
    value();
  }

  /// A further statement of the same text begins.
  void separate() {
    out.append(';');
    named = false;
    word = Keyword.NAME;
    rowsEnd = -1;
  }

  /// Forgets what was written.
  void restart() {
    out.setLength(0);
  }

  private void copy() {
    out.append(text, lexer.start(), lexer.end());
  }

  private void value() {
    out.append('?');
    if (depth > 0) {
      frames[depth - 1].values++;
    }
  }

  /// Names other than of functions and types make a list one of something else than values.
  private void name(Lexer.Token token) {
    copy();
    Keyword keyword = lexer.keyword();
    if (cast || keyword == Keyword.CONSTANT || keyword == Keyword.VOLATILE) {
      if (depth > 0 && keyword == Keyword.CONSTANT) {
        frames[depth - 1].values++;
      }
    } else if (token == Lexer.Token.QUOTED || keyword == Keyword.SELECT) {
      mark();
    } else {
      named = true;
    }
  }

  private void mark() {
    if (depth > 0) {
      frames[depth - 1].plain = false;
    }
  }

  private void operator() {
    char c = lexer.first();
    if (c == '[') {
      open();
    } else if (c == ']') {
      close(']');
    } else {
      copy();
    }
  }

  private void open() {
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    Frame frame = frames[depth];
    if (frame == null) {
      frame = new Frame();
      frames[depth] = frame;
    }
    boolean within = depth > 0 && frames[depth - 1].list;
    frame.begin = out.length();
    frame.row = word == Keyword.VALUES;
    frame.more = rowsEnd >= 0 && depth == rowsDepth && lexer.before() == Lexer.Token.COMMA;
    frame.list = word.beforeList() || frame.more || within;
    frame.plain = true;
    frame.values = 0;
    depth++;
    copy();
  }

  private void close(char bracket) {
    out.append(bracket);
    if (depth == 0) {
      return;
    }
    Frame frame = frames[--depth];
    if (!frame.plain) {
      mark();
    }
    if (frame.list && frame.plain && frame.values > 0) {
      fold(frame, bracket);
    }
    if (depth > 0) {
      frames[depth - 1].values += frame.values;
    }
  }

  private void fold(Frame frame, char bracket) {
    if (frame.more) {
      out.setLength(rowsEnd);
      rows++;
    } else {
      out.setLength(frame.begin);
      out.append(bracket == ')' ? "(?)" : "[?]");
      if (frame.row) {
        rowsEnd = out.length();
        rowsDepth = depth;
        rows = 1;
      }
    }
    mostRows = Math.max(mostRows, rows);
  }

  int length() {
    return out.length();
  }

  /// How many parentheses are open.
  int depth() {
    return depth;
  }

  /// Rows of values; 0 where there are none.
  int rows() {
    return mostRows;
  }

  /// What was written from there on, up to there.
  String text(int from, int to) {
    return out.substring(Math.min(from, out.length()), Math.min(to, out.length())).strip();
  }
}
