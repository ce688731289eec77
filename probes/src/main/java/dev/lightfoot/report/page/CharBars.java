package dev.lightfoot.report.page;

import java.util.Arrays;

/// One line of bars in characters. Where several lie in a cell, it shows the one that fills most of
/// it; one that fills no cell for the most part still has the cell that it begins in, if that is
/// free.
final class CharBars {
  private final char[] cells;
  private final double[] filled;
  private final long whole;

  /// @param ground what stands where there are no bars
  /// @param whole the time that the line holds
  CharBars(char[] ground, long whole) {
    this.cells = ground.clone();
    this.filled = new double[ground.length];
    this.whole = whole;
  }

  static int cell(long nanos, long whole, int cells) {
    return Math.clamp((long) ((double) nanos / whole * cells), 0, cells - 1);
  }

  /// Adds a bar; nothing where it has no length.
  void add(long from, long to, char letter) {
    if (to <= from) {
      return;
    }
    int last = cell(to - 1, whole, cells.length);
    for (int i = cell(from, whole, cells.length); i <= last; i++) {
      double start = (double) i / cells.length * whole;
      double end = (double) (i + 1) / cells.length * whole;
      double share = Math.max(Math.min(end, (double) to) - Math.max(start, (double) from), 1);
      if (share > filled[i]) {
        filled[i] = share;
        cells[i] = letter;
      }
    }
  }

  char[] cells() {
    return Arrays.copyOf(cells, cells.length);
  }
}
