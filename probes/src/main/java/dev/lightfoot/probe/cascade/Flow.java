package dev.lightfoot.probe.cascade;

/// The space that an element takes at least, as far as it was gone through: lines and boxes below
/// each other, or boxes side by side. In CSS pixels.
final class Flow {
  /// How what is in an element is put together.
  enum Kind {
    /// Boxes below each other, and lines between them.
    STACK,
    /// Boxes side by side: the highest one of a row counts.
    SIDE,
    /// A part of a line of what is around it.
    INLINE,
    /// What is in it takes no space of its own.
    OPAQUE,
    /// It has no box.
    HIDDEN
  }

  private final Kind kind;
  private final Flow lines;
  private final BoxStyle style;
  private final double top;
  private final int columns;
  private double height;
  private double filled;
  private double tallest;
  private int inRow;

  /// @param around the one that it is in
  /// @param style its own
  /// @param top where it begins at least
  /// @param columns boxes in a row at most, where they stand side by side
  Flow(Kind kind, Flow around, BoxStyle style, double top, int columns) {
    this.kind = kind;
    this.lines = kind == Kind.INLINE ? around.lines : this;
    this.style = style;
    this.top = top;
    this.columns = columns;
  }

  /// The whole document.
  Flow(BoxStyle style) {
    this.kind = Kind.STACK;
    this.lines = this;
    this.style = style;
    this.top = 0;
    this.columns = 1;
  }

  Kind kind() {
    return kind;
  }

  BoxStyle style() {
    return style;
  }

  /// Boxes that stand side by side in it at most.
  int columns() {
    return lines.kind == Kind.SIDE ? lines.columns : 1;
  }

  boolean isLaidOut() {
    return kind != Kind.OPAQUE && kind != Kind.HIDDEN;
  }

  /// Where a box that comes next begins at least.
  double nextBox() {
    boolean inRow = lines.kind == Kind.SIDE;
    return lines.top + lines.height + (inRow ? 0 : lines.tallest);
  }

  /// Where something in the line begins at least.
  ///
  /// @param wide where the line has no room for that, the next one begins
  /// @param high it stands on the line with its lower edge
  double nextInLine(double wide, double high) {
    double down = isFull(wide) ? lines.tallest : Math.max(0, lines.tallest - high);
    return lines.top + lines.height + down;
  }

  private boolean isFull(double wide) {
    return lines.filled > 0 && lines.filled + wide > lines.style.widest();
  }

  /// Something that can be broken stands in the lines.
  void words(double width, double high) {
    double wide = lines.style.widest();
    double all = lines.filled + width;
    lines.tallest = Math.max(lines.tallest, high);
    if (all > wide) {
      double more = Math.floor(all / wide);
      lines.height += lines.tallest + (more - 1) * high;
      lines.tallest = high;
      lines.filled = all - more * wide;
    } else {
      lines.filled = all;
    }
  }

  /// Something that cannot be broken stands in the line, or in the next one.
  void inLine(double width, double high) {
    if (isFull(width)) {
      endLine();
    }
    lines.filled += width;
    lines.tallest = Math.max(lines.tallest, high);
  }

  /// The line ends here.
  void endLine() {
    lines.height += lines.tallest;
    lines.filled = 0;
    lines.tallest = 0;
  }

  /// A box of that height has come to its end.
  void box(double high) {
    if (lines.kind == Kind.SIDE) {
      lines.tallest = Math.max(lines.tallest, high);
      lines.inRow++;
      if (lines.inRow == lines.columns) {
        lines.inRow = 0;
        endLine();
      }
    } else {
      endLine();
      lines.height += high;
    }
  }

  /// What follows is drawn up.
  void drawUp(double by) {
    if (lines.kind != Kind.SIDE) {
      lines.height = Math.max(0, lines.height - by);
    }
  }

  /// The height of what is in it.
  double content() {
    return height + tallest;
  }
}
