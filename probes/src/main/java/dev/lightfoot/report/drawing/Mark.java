package dev.lightfoot.report.drawing;

import java.util.List;

/// One thing drawn. Places are pixels at a scale of 1, from the upper left corner; colours are
/// tokens of a [Palette].
public sealed interface Mark {
  /// Its upper edge.
  double top();

  /// Its lower edge.
  double bottom();

  /// A bar of a kind of time, with texture and border; a line in the border's colour where it is
  /// narrower than 2 pixels.
  record Bar(Ink ink, double x, double y, double width, double height) implements Mark {
    @Override
    public double top() {
      return y;
    }

    @Override
    public double bottom() {
      return y + height;
    }
  }

  /// A filled rectangle without a border.
  record Fill(String token, double x, double y, double width, double height) implements Mark {
    @Override
    public double top() {
      return y;
    }

    @Override
    public double bottom() {
      return y + height;
    }
  }

  /// An empty, dashed frame.
  record Frame(String token, double x, double y, double width, double height) implements Mark {
    @Override
    public double top() {
      return y;
    }

    @Override
    public double bottom() {
      return y + height;
    }
  }

  /// A straight line.
  record Line(
      String token, double width, boolean dashed, double x1, double y1, double x2, double y2)
      implements Mark {
    @Override
    public double top() {
      return Math.min(y1, y2) - width / 2;
    }

    @Override
    public double bottom() {
      return Math.max(y1, y2) + width / 2;
    }
  }

  /// A circle with a border.
  record Dot(String fill, String border, double x, double y, double radius) implements Mark {
    @Override
    public double top() {
      return y - radius;
    }

    @Override
    public double bottom() {
      return y + radius;
    }
  }

  /// A filled shape.
  ///
  /// @param points x and y in turn
  record Shape(String token, List<Double> points) implements Mark {
    public Shape {
      points = List.copyOf(points);
    }

    @Override
    public double top() {
      return extreme(true);
    }

    @Override
    public double bottom() {
      return extreme(false);
    }

    private double extreme(boolean least) {
      double found = points.get(1);
      for (int i = 3; i < points.size(); i += 2) {
        found = least ? Math.min(found, points.get(i)) : Math.max(found, points.get(i));
      }
      return found;
    }
  }

  /// Words on one line.
  ///
  /// @param side which of its ends is at `x`
  /// @param y of its middle
  record Words(Face face, String token, Side side, String text, double x, double y)
      implements Mark {
    @Override
    public double top() {
      return y - face.size() / 2;
    }

    @Override
    public double bottom() {
      return y + face.size() / 2;
    }
  }

  /// Which part of a line of words is at its place.
  enum Side {
    START,
    MIDDLE,
    END
  }

  /// Kinds of writing.
  enum Face {
    BODY(13, false, false),
    STRONG(13, false, true),
    CAPTION(12, false, false),
    MONO(12, true, false),
    MONO_STRONG(12.5, true, true),
    NUMBER(14, false, true);

    private final double size;
    private final boolean mono;
    private final boolean bold;

    Face(double size, boolean mono, boolean bold) {
      this.size = size;
      this.mono = mono;
      this.bold = bold;
    }

    /// Its size in pixels.
    public double size() {
      return size;
    }

    /// Whether all characters are equally wide.
    public boolean isMono() {
      return mono;
    }

    public boolean isBold() {
      return bold;
    }

    /// About how wide that text is, rather too wide than too narrow: which fonts the reader has is
    /// not known.
    public double width(String text) {
      return mono ? text.length() * size * 0.61 : proportional(text) * (bold ? 1.06 : 1);
    }

    private double proportional(String text) {
      double ems = 0;
      for (int i = 0; i < text.length(); i++) {
        ems += ems(text.charAt(i));
      }
      return ems * size;
    }

    private static double ems(char c) {
      if ("iljtfrI.,:;'|!()[]/ ·".indexOf(c) >= 0) {
        return 0.36;
      }
      if ("mwMW@%×→←–…".indexOf(c) >= 0) {
        return 0.92;
      }
      return c > 0x2e80 ? 1.05 : Character.isUpperCase(c) ? 0.7 : 0.59;
    }

    /// The text, with an ellipsis instead of its end where it does not fit.
    public String fit(String text, double room) {
      if (width(text) <= room) {
        return text;
      }
      int end = text.length();
      while (end > 0 && width(text.substring(0, end) + "…") > room) {
        end--;
      }
      // Half a character is none.
      if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      return end == 0 ? "" : text.substring(0, end) + "…";
    }
  }
}
