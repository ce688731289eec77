package dev.lightfoot.probe.markup;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.css.Screen;

/// The layout viewport that a `meta name=viewport` asks for on a phone (CSS Viewport Level 1).
final class ViewportMeta {
  private static final int MIN_WIDTH = 1;
  private static final int MAX_WIDTH = 10_000;
  private static final double MIN_SCALE = 0.1;
  private static final double MAX_SCALE = 10;

  private ViewportMeta() {}

  static Screen screen(String content, Viewport viewport, Screen before) {
    double width = -1;
    double scale = -1;
    for (String part : content.split("[,;\\s]+", -1)) {
      int equals = part.indexOf('=');
      String name = Html.lower(part.substring(0, Math.max(0, equals)).strip());
      String value = Html.lower(part.substring(equals + 1).strip());
      if (name.equals("width")) {
        width = value.equals("device-width") ? viewport.width() : number(value);
      } else if (name.equals("initial-scale")) {
        scale = number(value);
      }
    }
    if (width < MIN_WIDTH && scale <= 0) {
      return before;
    }
    double scaled =
        scale > 0 ? viewport.width() / Math.clamp(scale, MIN_SCALE, MAX_SCALE) : MIN_WIDTH;
    return Screen.wide(viewport, Math.clamp(Math.max(width, scaled), MIN_WIDTH, MAX_WIDTH));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replaceFirst("[^0-9.].*", ""));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
