package dev.lightfoot.probe.cascade;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.cascade.Style.Value;
import dev.lightfoot.probe.css.CssUrl;
import dev.lightfoot.probe.css.CssValues;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.css.StyleSheetReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Goes through a document with what its elements inherit, and notes which fonts and images those
/// need that are shown.
final class Rendering implements NodeVisitor {
  private static final String STRUT = " ";

  private final WebUrl url;
  private final Screen screen;
  private final Cascade cascade;
  private final Declared declared;
  private final FontUse fonts;
  private final Consumer<CssUrl> images;
  private final boolean quirks;
  private final Deque<Box> boxes = new ArrayDeque<>();
  private final Map<String, List<String>> families = new HashMap<>();

  Rendering(
      Document document,
      WebUrl url,
      Screen screen,
      Cascade cascade,
      FontUse fonts,
      Consumer<CssUrl> images) {
    this.url = url;
    this.screen = screen;
    this.cascade = cascade;
    declared = new Declared(cascade);
    this.fonts = fonts;
    this.images = images;
    quirks = document.quirksMode() == Document.QuirksMode.quirks;
    boxes.push(Box.ROOT);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      boxes.push(element instanceof Document ? Box.ROOT : box(element, boxes.element()));
    } else if (node instanceof TextNode text && boxes.element().shown() && !text.isBlank()) {
      text(boxes.element(), text.text());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element) {
      boxes.pop();
    }
  }

  /// A line is as high as its font: the first font is needed for any content.
  private void text(Box box, String text) {
    fonts.add(box, quirks ? text : text + STRUT);
  }

  private Box box(Element element, Box around) {
    if (!around.shown()) {
      return around;
    }
    String attribute = element.attr("style");
    if (!attribute.isEmpty()) {
      String rule = "*{" + attribute + "}";
      cascade.applyInline(element, StyleSheetReader.read(rule, url, screen, 1));
    }
    Optional<Style> style = cascade.of(element);
    Optional<String> display = style.flatMap(own -> declared.text(element, own, "display"));
    boolean shown =
        display.map(value -> !value.equalsIgnoreCase("none")).orElse(UserAgent.isShown(element));
    if (!shown || UserAgent.isClosed(element)) {
      return around.hidden();
    }
    Box box = inherited(element, style, around);
    style.ifPresent(own -> images(element, own));
    if (UserAgent.isListItem(element, display)) {
      box.marker().ifPresent(value -> show(element, value));
      text(box, STRUT);
    }
    cascade.generatedBy(element).ifPresent(own -> generated(element, own, box));
    content(element, box, around);
    Optional<String> inside =
        style.flatMap(own -> declared.text(element, own, "content-visibility"));
    return inside.orElse("").equalsIgnoreCase("hidden") ? box.hidden() : box;
  }

  private void content(Element element, Box box, Box around) {
    if (UserAgent.isInline(element) && !quirks) {
      fonts.add(box, STRUT);
      fonts.add(around, STRUT);
    }
    if (element.nameIs("input")) {
      text(box, element.attr("value") + element.attr("placeholder"));
    }
  }

  private Box inherited(Element element, Optional<Style> style, Box around) {
    Optional<String> family = style.flatMap(own -> declared.text(element, own, "font-family"));
    Optional<String> weight = style.flatMap(own -> declared.text(element, own, "font-weight"));
    Optional<String> slant = style.flatMap(own -> declared.text(element, own, "font-style"));
    Optional<Value> marker = style.flatMap(own -> own.value("list-style-image"));
    return new Box(
        true,
        family.isPresent()
            ? families(family.get(), around)
            : UserAgent.families(element).orElse(around.families()),
        weight
            .flatMap(text -> CssValues.weight(text, around.weight()))
            .orElse(weight.isEmpty() ? UserAgent.weight(element, around) : around.weight()),
        slant
            .filter(text -> !isInherited(text))
            .map(CssValues::isSlanted)
            .orElse(around.italic() || (slant.isEmpty() && UserAgent.isSlanted(element))),
        marker.or(around::marker));
  }

  private static boolean isInherited(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return word.equals("inherit") || word.equals("unset");
  }

  private List<String> families(String value, Box around) {
    return isInherited(value)
        ? around.families()
        : families.computeIfAbsent(value, CssValues::families);
  }

  private void images(Element element, Style style) {
    style
        .values()
        .forEach(
            (property, value) -> {
              if (!property.startsWith("--") && !property.equals("list-style-image")) {
                show(element, value);
              }
            });
  }

  private void show(Element element, Value value) {
    if (!mayShow(value.text())) {
      return;
    }
    declared.whole(element, value).map(text -> CssValues.images(text, screen.pixelRatio())).stream()
        .flatMap(List::stream)
        .forEach(address -> images.accept(new CssUrl(address, value.base(), value.line())));
  }

  private static boolean mayShow(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    return text.contains("url(") || text.contains("image-set(") || text.contains("var(");
  }

  /// What stands before or behind the content is there only where it has a content of its own.
  private void generated(Element element, Style style, Box around) {
    Optional<String> content =
        declared
            .text(element, style, "content")
            .filter(text -> !text.equals("none") && !text.equals("normal"));
    Optional<String> display = declared.text(element, style, "display");
    boolean none = content.isEmpty() || display.orElse("").equalsIgnoreCase("none");
    if (none) {
      return;
    }
    Box box = inherited(element, Optional.of(style), around);
    images(element, style);
    text(box, CssValues.text(content.get()) + (quirks ? "" : STRUT));
  }
}
