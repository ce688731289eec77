package dev.lightfoot.probe.markup;

import dev.lightfoot.probe.markup.TokenSink.Content;

/// The content of an element that holds text alone, up to its own end tag: style, script, title and
/// their kind. In a script, `<!-- <script>` hides an end tag (HTML Standard section 13.2.5.15 and
/// following).
final class RawText {
  /// Characters that are kept; what comes after them is read over.
  static final int MAX_TEXT = 16 * 1024 * 1024;

  private enum State {
    TEXT,
    OPEN,
    END_NAME,
    BANG,
    START_NAME
  }

  private enum Escape {
    NONE,
    COMMENT,
    SCRIPT_IN_COMMENT
  }

  private static final String SCRIPT = "script";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private String name = "";
  private Content content = Content.MARKUP;
  private State state = State.TEXT;
  private Escape escape = Escape.NONE;
  private int dashes;
  private int mark;
  private boolean open;

  void begin(String element, Content kind) {
    name = element;
    content = kind;
    state = State.TEXT;
    escape = Escape.NONE;
    dashes = 0;
    text.setLength(0);
    text.trimToSize();
    open = true;
  }

  String name() {
    return name;
  }

  boolean isOpen() {
    return open;
  }

  /// @param ended whether it is all; until then what may be the end tag is held back
  void handOn(TokenSink sink, boolean ended) {
    if (ended || state == State.TEXT) {
      sink.text(text, ended);
    }
    open = !ended;
  }

  /// Whether this character ends the name of the element's own end tag.
  boolean ends(char c) {
    if (state == State.END_NAME && closes(c)) {
      text.setLength(Math.min(mark, text.length()));
      state = State.TEXT;
      return true;
    }
    step(c);
    if (text.length() < MAX_TEXT) {
      text.append(c);
    }
    return false;
  }

  private boolean closes(char c) {
    boolean same = isEndOfName(c) && name.contentEquals(word);
    if (same && escape == Escape.SCRIPT_IN_COMMENT) {
      escape = Escape.COMMENT;
      return false;
    }
    return same;
  }

  private void step(char c) {
    switch (state) {
      case OPEN -> afterOpen(c);
      case END_NAME -> spell(c);
      case START_NAME -> {
        if (isEndOfName(c) && word.toString().equals(SCRIPT)) {
          escape = Escape.SCRIPT_IN_COMMENT;
        }
        spell(c);
      }
      case BANG -> bang(c);
      case TEXT -> plain(c);
    }
  }

  private void plain(char c) {
    state = State.TEXT;
    if (c == '<' && content != Content.PLAIN) {
      mark = text.length();
      state = State.OPEN;
    }
    if (c == '>' && dashes >= 2) {
      escape = Escape.NONE;
    }
    dashes = c == '-' ? dashes + 1 : 0;
  }

  private void afterOpen(char c) {
    word.setLength(0);
    if (c == '/') {
      state = State.END_NAME;
    } else if (c == '!' && content == Content.SCRIPT && escape == Escape.NONE) {
      state = State.BANG;
    } else if (Html.isLetter(c) && escape == Escape.COMMENT) {
      state = State.START_NAME;
      spell(c);
    } else {
      plain(c);
    }
  }

  private void bang(char c) {
    dashes = c == '-' ? dashes + 1 : 0;
    if (dashes == 2) {
      escape = Escape.COMMENT;
    }
    if (c != '-' || dashes == 2) {
      int kept = dashes;
      plain(c == '-' ? ' ' : c);
      dashes = kept;
    }
  }

  private void spell(char c) {
    if (Html.isLetter(c) && word.length() <= TagBuilder.MAX_NAME) {
      word.append(Html.lower(c));
    } else {
      plain(c);
    }
  }

  private static boolean isEndOfName(char c) {
    return Html.isSpace(c) || c == '/' || c == '>';
  }
}
