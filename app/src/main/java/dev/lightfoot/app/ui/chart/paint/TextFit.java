package dev.lightfoot.app.ui.chart.paint;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Cuts texts to a width. Measures each character once per font, for a chart fits hundreds of texts
/// into each picture, and laying out every one of them takes longer than drawing them.
public final class TextFit {
  private static final int ASCII = 128;
  private static final char ELLIPSIS = '…';

  private final Map<Font, double[]> widths = new HashMap<>();

  /// The text, or its beginning with an ellipsis; nothing where not even that has room.
  public String fit(Font font, String text, double width) {
    double[] known = widths.computeIfAbsent(font, TextFit::measure);
    double room = width - known[0];
    double used = 0;
    int cut = 0;
    for (int i = 0; i < text.length(); i++) {
      used += width(known, text.charAt(i));
      if (used > width) {
        return room < 0 ? "" : text.substring(0, cut).stripTrailing() + ELLIPSIS;
      }
      if (used <= room) {
        cut = i + 1;
      }
    }
    return text;
  }

  /// How wide it is, within a pixel or two.
  public double width(Font font, String text) {
    double[] known = widths.computeIfAbsent(font, TextFit::measure);
    double used = 0;
    for (int i = 0; i < text.length(); i++) {
      used += width(known, text.charAt(i));
    }
    return used;
  }

  /// Characters beyond ASCII count as wide ones: too short a text is better than an overlap.
  private static double width(double[] known, char c) {
    return c > 0 && c < ASCII ? known[c] : known['W'];
  }

  /// Widths of ASCII; at 0 that of the ellipsis.
  private static double[] measure(Font font) {
    double[] widths = new double[ASCII];
    widths[0] = layout(font, String.valueOf(ELLIPSIS));
    for (char c = ' '; c < ASCII; c++) {
      widths[c] = layout(font, String.valueOf(c));
    }
    return widths;
  }

  private static double layout(Font font, String text) {
    Text measured = new Text(text);
    measured.setFont(font);
    return measured.getLayoutBounds().getWidth();
  }
}
