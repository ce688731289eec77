package dev.lightfoot.model.page;

/// The window that a page is loaded for.
///
/// @param width in CSS pixels
/// @param height in CSS pixels
/// @param scale device pixels for a CSS pixel, in thousandths
/// @param mobile whether it is a phone's: the page's meta viewport counts
public record Viewport(int width, int height, int scale, boolean mobile) {
  /// A usual laptop.
  public static final Viewport DESKTOP = new Viewport(1_440, 900, 1_000, false);

  /// A usual phone.
  public static final Viewport PHONE = new Viewport(412, 915, 2_625, true);

  public Viewport {
    if (width < 1 || height < 1 || scale < 1) {
      throw new IllegalArgumentException(
          "a viewport has a size: " + width + " x " + height + ", scale " + scale);
    }
  }

  /// Device pixels for a CSS pixel.
  public double pixelRatio() {
    return scale / 1_000.0;
  }
}
