package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.css.Screen;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jsoup.nodes.Element;

/// How high boxes are at least.
final class BoxHeight {
  private static final double FRAME = 150;
  private static final int LONGEST_NUMBER = 9;
  private static final Set<String> FRAMED = Set.of("canvas", "iframe", "video");

  private final Declared declared;
  private final Screen screen;

  BoxHeight(Declared declared, Screen screen) {
    this.declared = declared;
    this.screen = screen;
  }

  /// With what is in it.
  ///
  /// @param content the height of that
  double of(Element element, BoxStyle style, double content) {
    String visibility = declared.word(element, "content-visibility").orElse("");
    double inside = visibility.equals("auto") || visibility.equals("hidden") ? 0 : content;
    return bounded(element, style, length(element, "height", style).orElse(inside));
  }

  private double bounded(Element element, BoxStyle style, double height) {
    double most = length(element, "max-height", style).orElse(Double.MAX_VALUE);
    double least = length(element, "min-height", style).orElse(0);
    return Math.max(0, Math.max(least, Math.min(most, height)));
  }

  private OptionalDouble length(Element element, String property, BoxStyle style) {
    return BoxStyle.length(declared.word(element, property).orElse(""), style.fontSize(), screen);
  }

  /// Of an image, a frame or a film: by its styles, else by its attributes.
  double ofReplaced(Element element, BoxStyle style) {
    OptionalDouble given = length(element, "height", style);
    double high = given.orElse(0);
    if (given.isEmpty()) {
      high =
          declared.text(element, "height").isEmpty()
              ? attribute(element, "height").orElse(usual(element))
              : scaled(element, style);
    }
    return bounded(element, style, high);
  }

  private static double usual(Element element) {
    return FRAMED.contains(element.normalName()) ? FRAME : 0;
  }

  /// Of `height: auto`: as the width, in the proportion of the attributes.
  private double scaled(Element element, BoxStyle style) {
    double width = attribute(element, "width").orElse(0);
    double height = attribute(element, "height").orElse(0);
    boolean auto = declared.word(element, "height").orElse("").equals("auto");
    return auto && width > 0 ? Math.min(width, style.narrowest()) * height / width : 0;
  }

  /// How wide something in a line is at least.
  double width(Element element, BoxStyle style) {
    double width = length(element, "width", style).orElse(attribute(element, "width").orElse(0));
    return Math.min(width, style.narrowest());
  }

  private static OptionalDouble attribute(Element element, String name) {
    String text = element.attr(name).strip().toLowerCase(Locale.ROOT).replaceFirst("px$", "");
    return text.length() <= LONGEST_NUMBER && text.matches("[0-9]+")
        ? OptionalDouble.of(Integer.parseInt(text))
        : OptionalDouble.empty();
  }

  /// Where a box has a margin.
  enum Edge {
    TOP("margin-top", 0),
    BOTTOM("margin-bottom", 2);

    private final String property;
    private final int place;

    Edge(String property, int place) {
      this.property = property;
      this.place = place;
    }
  }

  /// How far a negative margin draws a box up, or what follows; 0 or less.
  double drawnUp(Element element, BoxStyle style, Edge edge) {
    return Math.min(0, margin(element, style, edge.property, edge.place));
  }

  private double margin(Element element, BoxStyle style, String property, int place) {
    String[] all = declared.word(element, "margin").orElse("0").split("\\s+", -1);
    String value = declared.word(element, property).orElse(all[place < all.length ? place : 0]);
    boolean percent = value.startsWith("-") && value.endsWith("%");
    return percent
        ? -style.widest()
        : BoxStyle.length(value, style.fontSize(), screen)
            .orElse(value.startsWith("-") || value.contains("(") ? -style.widest() : 0);
  }
}
