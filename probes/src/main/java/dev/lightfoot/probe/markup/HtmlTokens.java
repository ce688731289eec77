package dev.lightfoot.probe.markup;

import dev.lightfoot.probe.markup.TokenSink.Content;

/// Takes a document apart into tokens while it arrives (HTML Standard section 13.2.5). A tag is
/// handed on with its last character. Each character is looked at once or twice, and nothing is
/// thrown whatever the text.
///
/// Left out are tokens that name nothing: comments, doctypes, and the text between tags but for
/// where it begins.
final class HtmlTokens {
  private enum State {
    DATA,
    TAG_OPEN,
    END_TAG_OPEN,
    TAG,
    DECLARATION,
    COMMENT,
    BOGUS_COMMENT,
    CDATA,
    TEXT
  }

  private final TokenSink sink;
  private final TagReader tag = new TagReader();
  private final StringBuilder pending = new StringBuilder();
  private final CommentEnd comment = new CommentEnd();
  private final RawText raw = new RawText();
  private State state = State.DATA;
  private boolean endTag;
  private boolean wordsSeen;
  private int brackets;
  private int line = 1;
  private int tagLine = 1;

  HtmlTokens(TokenSink sink) {
    this.sink = sink;
  }

  /// @param text with line feeds alone as ends of lines
  void feed(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      while (!step(c)) {
        // the same character again, in the next state
      }
      line += c == '\n' ? 1 : 0;
    }
    if (state == State.TEXT) {
      raw.handOn(sink, false);
    }
  }

  /// A text that the document ends in ends with it; a tag that is not closed is none.
  void end() {
    if (state == State.TEXT || raw.isOpen()) {
      raw.handOn(sink, true);
    }
    state = State.DATA;
  }

  int line() {
    return line;
  }

  /// Whether the character is used up; else it is to be looked at again in the new state.
  private boolean step(char c) {
    return switch (state) {
      case DATA -> data(c);
      case TAG_OPEN -> tagOpen(c);
      case END_TAG_OPEN -> endTagOpen(c);
      case TAG -> !tag.ends(c) || emit();
      case DECLARATION -> declaration(c);
      case COMMENT -> comment.ends(c) ? to(State.DATA) : true;
      case BOGUS_COMMENT -> c == '>' ? to(State.DATA) : true;
      case CDATA -> cdata(c);
      case TEXT -> text(c);
    };
  }

  private boolean to(State next) {
    state = next;
    return true;
  }

  private boolean again(State next) {
    state = next;
    return false;
  }

  private boolean data(char c) {
    if (c == '<') {
      tagLine = line;
      return to(State.TAG_OPEN);
    }
    words(c);
    return true;
  }

  private void words(char c) {
    if (!wordsSeen && !Html.isSpace(c) && c != 0) {
      wordsSeen = true;
      sink.words(line);
    }
  }

  private boolean tagOpen(char c) {
    if (Html.isLetter(c)) {
      endTag = false;
      tag.begin("", tagLine);
      return again(State.TAG);
    }
    switch (c) {
      case '/' -> state = State.END_TAG_OPEN;
      case '!' -> {
        pending.setLength(0);
        state = State.DECLARATION;
      }
      case '?' -> state = State.BOGUS_COMMENT;
      default -> {
        words('<');
        return again(State.DATA);
      }
    }
    return true;
  }

  private boolean endTagOpen(char c) {
    if (Html.isLetter(c)) {
      endTag = true;
      tag.begin("", tagLine);
      return again(State.TAG);
    }
    return to(c == '>' ? State.DATA : State.BOGUS_COMMENT);
  }

  private boolean emit() {
    wordsSeen = false;
    state = State.DATA;
    Tag whole = tag.whole();
    if (endTag) {
      sink.endTag(whole.name(), whole.line());
      return true;
    }
    Content content = sink.startTag(whole);
    if (content != Content.MARKUP) {
      raw.begin(whole.name(), content);
      state = State.TEXT;
    }
    return true;
  }

  private boolean declaration(char c) {
    pending.append(c);
    String start = pending.toString();
    if (start.equals("--")) {
      comment.begin();
      return to(State.COMMENT);
    }
    if (start.equals("[CDATA[") && sink.hasCdata()) {
      brackets = 0;
      return to(State.CDATA);
    }
    boolean open = start.equals("-") || "[CDATA[".startsWith(start);
    return open ? true : again(State.BOGUS_COMMENT);
  }

  private boolean cdata(char c) {
    if (c == '>' && brackets >= 2) {
      return to(State.DATA);
    }
    brackets = c == ']' ? brackets + 1 : 0;
    words(c);
    return true;
  }

  /// In the content of an element that holds text alone.
  private boolean text(char c) {
    if (!raw.ends(c)) {
      return true;
    }
    raw.handOn(sink, true);
    endTag = true;
    tag.begin(raw.name(), line);
    return again(State.TAG);
  }
}
