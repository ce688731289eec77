package dev.lightfoot.probe.cascade;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What a browser's own style sheet says (HTML Standard section 15), as far as it counts here.
final class UserAgent {
  private static final Set<String> HIDDEN =
      Set.of(
          "area",
          "base",
          "basefont",
          "datalist",
          "head",
          "link",
          "meta",
          "noembed",
          "noframes",
          "noscript",
          "param",
          "rp",
          "script",
          "style",
          "template",
          "title");
  private static final Set<String> BOLD =
      Set.of("b", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "th");
  private static final Set<String> SLANTED = Set.of("address", "cite", "dfn", "em", "i", "var");
  private static final Set<String> MONOSPACED = Set.of("code", "kbd", "pre", "samp", "tt");
  private static final Set<String> CONTROLS = Set.of("button", "input", "select", "textarea");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "b",
          "br",
          "button",
          "cite",
          "code",
          "dfn",
          "em",
          "i",
          "iframe",
          "img",
          "input",
          "kbd",
          "label",
          "mark",
          "q",
          "s",
          "samp",
          "select",
          "small",
          "span",
          "strong",
          "sub",
          "sup",
          "svg",
          "textarea",
          "time",
          "u",
          "var",
          "video");

  /// Elements whose content is shown only where they themselves cannot be.
  private static final Set<String> FALLBACK =
      Set.of("audio", "canvas", "iframe", "object", "video");

  private UserAgent() {}

  static boolean isShown(Element element) {
    return !HIDDEN.contains(element.normalName())
        && !element.hasAttr("hidden")
        && !(element.nameIs("dialog") && !element.hasAttr("open"))
        && !(element.nameIs("input") && element.attr("type").equalsIgnoreCase("hidden"));
  }

  /// Whether an element around it keeps it from being shown, whatever its own style: closed details
  /// but for the summary, and what stands in place of a film.
  static boolean isClosed(Element element) {
    Element parent = element.parent();
    if (parent == null) {
      return false;
    }
    boolean details = parent.nameIs("details") && !parent.hasAttr("open");
    return (details && !element.nameIs("summary")) || FALLBACK.contains(parent.normalName());
  }

  static boolean isListItem(Element element, Optional<String> display) {
    return display
        .map(value -> value.toLowerCase(Locale.ROOT).contains("list-item"))
        .orElse(element.nameIs("li"));
  }

  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  /// The families that it does not inherit.
  static Optional<List<String>> families(Element element) {
    if (MONOSPACED.contains(element.normalName())) {
      return Optional.of(List.of("monospace"));
    }
    return CONTROLS.contains(element.normalName())
        ? Optional.of(List.of("system-ui"))
        : Optional.empty();
  }

  static int weight(Element element, Box around) {
    if (CONTROLS.contains(element.normalName())) {
      return Box.NORMAL;
    }
    return BOLD.contains(element.normalName())
        ? Math.max(Box.BOLD, around.weight())
        : around.weight();
  }

  static boolean isSlanted(Element element) {
    return SLANTED.contains(element.normalName());
  }
}
