package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.cascade.Flow.Kind;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What kind of box an element has: by its styles, else by what it is (HTML Standard section 15).
final class BoxDisplay {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "listing",
          "main",
          "menu",
          "nav",
          "ol",
          "optgroup",
          "option",
          "p",
          "plaintext",
          "pre",
          "search",
          "section",
          "summary",
          "ul",
          "xmp",
          "table",
          "caption",
          "tbody",
          "thead",
          "tfoot",
          "td",
          "th");
  private static final Set<String> OPAQUE =
      Set.of(
          "audio",
          "button",
          "canvas",
          "embed",
          "iframe",
          "img",
          "input",
          "math",
          "meter",
          "object",
          "progress",
          "select",
          "svg",
          "textarea",
          "video");

  private final Declared declared;

  BoxDisplay(Declared declared) {
    this.declared = declared;
  }

  /// @param around of what it is in
  Kind kind(Element element, Kind around) {
    Optional<String> said = declared.word(element, "display");
    boolean shown = said.map(value -> !value.equals("none")).orElse(UserAgent.isShown(element));
    if (!shown || UserAgent.isClosed(element)) {
      return Kind.HIDDEN;
    }
    if (OPAQUE.contains(element.normalName())) {
      return Kind.OPAQUE;
    }
    Kind kind = said.map(value -> kind(value, element)).orElse(usual(element));
    boolean columns = has(element, "columns") || has(element, "column-count");
    if (columns || has(element, "column-width")) {
      return Kind.SIDE;
    }
    return kind == Kind.INLINE && around == Kind.SIDE ? Kind.STACK : kind;
  }

  private boolean has(Element element, String property) {
    return declared.word(element, property).filter(value -> !value.startsWith("auto")).isPresent();
  }

  private Kind kind(String display, Element element) {
    if (display.endsWith("flex")) {
      String way =
          declared
              .word(element, "flex-direction")
              .or(() -> declared.word(element, "flex-flow"))
              .orElse("");
      return way.contains("column") && !way.contains("reverse") && !way.contains("wrap")
          ? Kind.STACK
          : Kind.SIDE;
    }
    return switch (display) {
      case "inline", "contents", "ruby" -> Kind.INLINE;
      case "block",
          "list-item",
          "flow-root",
          "inline-block",
          "table",
          "inline-table",
          "table-cell",
          "table-caption",
          "table-row-group",
          "table-header-group",
          "table-footer-group" ->
          Kind.STACK;
      case "-webkit-box", "-webkit-inline-box" -> Kind.OPAQUE; // its lines may be cut
      case "inherit", "initial", "unset", "revert", "revert-layer" -> usual(element);
      default -> Kind.SIDE;
    };
  }

  private static Kind usual(Element element) {
    return element.nameIs("tr")
        ? Kind.SIDE
        : BLOCKS.contains(element.normalName()) ? Kind.STACK : Kind.INLINE;
  }

  /// How many boxes stand in a row of it at most.
  int columns(Element element) {
    String tracks = declared.word(element, "grid-template-columns").orElse("");
    boolean counted = declared.word(element, "display").orElse("").endsWith("grid");
    return counted ? Tracks.count(tracks).orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
  }

  /// Whether it stands on its line with its lower edge.
  boolean isOnLine(Element element) {
    return declared.word(element, "vertical-align").orElse("baseline").equals("baseline");
  }

  /// Whether its box stands in a line.
  boolean isInLine(Element element) {
    return declared
        .word(element, "display")
        .map(value -> value.startsWith("inline"))
        .orElse(OPAQUE.contains(element.normalName()));
  }

  /// Whether what follows comes below it.
  boolean isInFlow(Element element) {
    String side = declared.word(element, "float").orElse("none");
    boolean spans = element.hasAttr("rowspan");
    boolean floats = side.equals("left") || side.equals("right") || side.startsWith("inline");
    boolean hinted = element.attr("align").matches("(?i)left|right");
    return !floats && !spans && !hinted && !isFree(element);
  }

  private boolean isFree(Element element) {
    String position = declared.word(element, "position").orElse("static");
    return position.equals("absolute") || position.equals("fixed");
  }

  /// Whether it may stand higher than its place in the flow is.
  boolean isPlaced(Element element) {
    String position = declared.word(element, "position").orElse("static");
    boolean moved =
        position.equals("relative")
            && (has(element, "top") || has(element, "bottom") || has(element, "inset"));
    return moved
        || isFree(element)
        || (has(element, "transform")
            && !declared.word(element, "transform").orElse("").equals("none"))
        || has(element, "translate");
  }
}
