package dev.lightfoot.probe.css;

import dev.lightfoot.model.page.Viewport;

/// What media queries and lengths are measured with.
///
/// @param width of the layout viewport, in CSS pixels
/// @param height of the layout viewport, in CSS pixels
/// @param pixelRatio device pixels for a CSS pixel
/// @param touch whether it is a phone's
public record Screen(double width, double height, double pixelRatio, boolean touch) {
  /// The width of the layout viewport of a page for desktops, on a phone.
  static final int FALLBACK_WIDTH = 980;

  /// The root's font size of a page that says none.
  static final int FONT_SIZE = 16;

  /// Of a page that says nothing about its viewport.
  public static Screen of(Viewport viewport) {
    return viewport.mobile()
        ? wide(viewport, Math.max(FALLBACK_WIDTH, viewport.width()))
        : wide(viewport, viewport.width());
  }

  /// With the layout viewport of that width and the window's proportions.
  public static Screen wide(Viewport viewport, double width) {
    return new Screen(
        width,
        viewport.height() * width / viewport.width(),
        viewport.pixelRatio(),
        viewport.mobile());
  }
}
