package dev.lightfoot.probe.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Knows which tags are elements of SVG or MathML, whose content is read in another way (HTML
/// Standard section 13.2.6.5).
final class ForeignContent {
  private static final Set<String> ROOTS = Set.of("svg", "math");

  /// Elements of both whose content is HTML.
  private static final Set<String> INTEGRATION =
      Set.of("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext");

  /// Start tags that end all foreign content.
  private static final Set<String> BREAKOUT =
      Set.of(
          "b",
          "big",
          "blockquote",
          "body",
          "br",
          "center",
          "code",
          "dd",
          "div",
          "dl",
          "dt",
          "em",
          "embed",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "hr",
          "i",
          "img",
          "li",
          "listing",
          "menu",
          "meta",
          "nobr",
          "ol",
          "p",
          "pre",
          "ruby",
          "s",
          "small",
          "span",
          "strong",
          "strike",
          "sub",
          "sup",
          "table",
          "tt",
          "u",
          "ul",
          "var");

  private final Deque<String> open = new ArrayDeque<>();

  /// Whether what comes next is foreign.
  boolean isForeign() {
    return !open.isEmpty() && ROOTS.contains(open.peek());
  }

  /// Whether this tag begins an element of HTML.
  boolean isHtml(Tag tag) {
    if (isForeign() && BREAKOUT.contains(tag.name())) {
      while (isForeign()) {
        open.pop();
      }
    }
    boolean html = !isForeign();
    boolean enters = html ? ROOTS.contains(tag.name()) : isMarker(tag.name());
    if (enters && !tag.selfClosing()) {
      open.push(tag.name());
    }
    return html && !ROOTS.contains(tag.name());
  }

  private static boolean isMarker(String name) {
    return ROOTS.contains(name) || INTEGRATION.contains(name);
  }

  void endTag(String name) {
    if (name.equals(open.peek())) {
      open.pop();
    } else if (isForeign() && (name.equals("p") || name.equals("br"))) {
      while (isForeign()) {
        open.pop();
      }
    }
  }
}
