package dev.lightfoot.probe.markup;

/// Reads one tag from its name to its last character (HTML Standard sections 13.2.5.8 and 13.2.5.32
/// to 13.2.5.40).
final class TagReader {
  private enum State {
    TAG_NAME,
    BEFORE_ATTRIBUTE,
    ATTRIBUTE_NAME,
    AFTER_ATTRIBUTE_NAME,
    BEFORE_VALUE,
    QUOTED_VALUE,
    VALUE,
    AFTER_QUOTED,
    SELF_CLOSING,
    END
  }

  private final TagBuilder tag = new TagBuilder();
  private State state = State.TAG_NAME;
  private boolean selfClosing;
  private char quote;

  /// @param name as far as it is read already
  void begin(String name, int line) {
    tag.begin(name, line);
    state = State.TAG_NAME;
    selfClosing = false;
  }

  /// Whether this character is the last of the tag.
  boolean ends(char c) {
    while (!step(c)) {
      // the same character again, in the next state
    }
    return state == State.END;
  }

  Tag whole() {
    return tag.end(selfClosing);
  }

  /// Whether the character is used up; else it is to be looked at again in the new state.
  private boolean step(char c) {
    return switch (state) {
      case TAG_NAME -> tagName(c);
      case BEFORE_ATTRIBUTE -> beforeAttribute(c);
      case ATTRIBUTE_NAME -> attributeName(c);
      case AFTER_ATTRIBUTE_NAME -> afterAttributeName(c);
      case BEFORE_VALUE -> beforeValue(c);
      case QUOTED_VALUE -> quotedValue(c);
      case VALUE -> value(c);
      case AFTER_QUOTED -> afterQuoted(c);
      case SELF_CLOSING -> selfClosing(c);
      case END -> true;
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

  private boolean end(boolean slash) {
    selfClosing = slash;
    return to(State.END);
  }

  private boolean tagName(char c) {
    if (Html.isSpace(c)) {
      return to(State.BEFORE_ATTRIBUTE);
    }
    if (c == '/') {
      return to(State.SELF_CLOSING);
    }
    if (c == '>') {
      return end(false);
    }
    tag.name(c);
    return true;
  }

  private boolean beforeAttribute(char c) {
    if (Html.isSpace(c)) {
      return true;
    }
    if (c == '/' || c == '>') {
      return again(State.AFTER_ATTRIBUTE_NAME);
    }
    tag.beginAttribute();
    state = State.ATTRIBUTE_NAME;
    if (c == '=') {
      tag.attribute(c);
      return true;
    }
    return false;
  }

  private boolean attributeName(char c) {
    if (Html.isSpace(c) || c == '/' || c == '>') {
      return again(State.AFTER_ATTRIBUTE_NAME);
    }
    if (c == '=') {
      return to(State.BEFORE_VALUE);
    }
    tag.attribute(c);
    return true;
  }

  private boolean afterAttributeName(char c) {
    if (Html.isSpace(c)) {
      return true;
    }
    return switch (c) {
      case '/' -> to(State.SELF_CLOSING);
      case '=' -> to(State.BEFORE_VALUE);
      case '>' -> end(false);
      default -> {
        tag.beginAttribute();
        yield again(State.ATTRIBUTE_NAME);
      }
    };
  }

  private boolean beforeValue(char c) {
    if (Html.isSpace(c)) {
      return true;
    }
    if (c == '"' || c == '\'') {
      quote = c;
      return to(State.QUOTED_VALUE);
    }
    return c == '>' ? end(false) : again(State.VALUE);
  }

  private boolean quotedValue(char c) {
    if (c == quote) {
      return to(State.AFTER_QUOTED);
    }
    tag.value(c);
    return true;
  }

  private boolean value(char c) {
    if (Html.isSpace(c)) {
      return to(State.BEFORE_ATTRIBUTE);
    }
    if (c == '>') {
      return end(false);
    }
    tag.value(c);
    return true;
  }

  private boolean afterQuoted(char c) {
    if (Html.isSpace(c)) {
      return to(State.BEFORE_ATTRIBUTE);
    }
    if (c == '/') {
      return to(State.SELF_CLOSING);
    }
    return c == '>' ? end(false) : again(State.BEFORE_ATTRIBUTE);
  }

  private boolean selfClosing(char c) {
    return c == '>' ? end(true) : again(State.BEFORE_ATTRIBUTE);
  }
}
