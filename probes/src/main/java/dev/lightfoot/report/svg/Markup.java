package dev.lightfoot.report.svg;

import dev.lightfoot.report.words.Printable;

/// Writes HTML and XML. Text from anywhere goes through here and comes out as text: there is no
/// other way to write one.
public final class Markup {
  private final StringBuilder written = new StringBuilder();

  /// Our own markup, never text of others.
  public Markup raw(String markup) {
    written.append(markup);
    return this;
  }

  /// Text: nothing in it is markup.
  public Markup text(String text) {
    escape(text, written);
    return this;
  }

  /// An element with nothing but text.
  ///
  /// @param start tag name, perhaps with attributes of our own
  public Markup element(String start, String text) {
    int space = start.indexOf(' ');
    String name = space < 0 ? start : start.substring(0, space);
    return raw("<" + start + ">").text(text).raw("</" + name + ">");
  }

  @Override
  public String toString() {
    return written.toString();
  }

  /// The text for a place between tags or between quotation marks. What would turn the reading
  /// direction or is no character of XML becomes a replacement character.
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    escape(text, escaped);
    return escaped.toString();
  }

  private static void escape(String text, StringBuilder out) {
    String shown = Printable.line(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\ufffe', '\uffff' -> out.append('\ufffd');
        default -> i += character(shown, i, out);
      }
    }
  }

  /// Half a pair of surrogates is no character.
  ///
  /// @return how many more chars it consists of
  private static int character(String text, int at, StringBuilder out) {
    char c = text.charAt(at);
    boolean pair =
        Character.isHighSurrogate(c)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    if (pair) {
      out.append(c).append(text.charAt(at + 1));
      return 1;
    }
    out.append(Character.isSurrogate(c) ? '\ufffd' : c);
    return 0;
  }
}
