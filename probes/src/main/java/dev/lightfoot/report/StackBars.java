package dev.lightfoot.report;

import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import java.util.List;

/// Draws rows of a stack in characters, all on the axis of the client's wait: full where calls were
/// under way, thin where their clock leaves it open.
final class StackBars {
  private static final int WIDTH = 28;

  private final long from;
  private final long to;

  private StackBars(long from, long to) {
    this.from = from;
    this.to = Math.max(to, from + 1);
  }

  static StackBars over(List<StackRow> rows) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (StackRow row : rows) {
      for (StackBar bar : row.bars()) {
        if (row.depth() == 0) {
          from = Math.min(from, bar.startNanos());
          to = Math.max(to, bar.endNanos());
        }
      }
    }
    return new StackBars(from, to);
  }

  String of(StackRow row) {
    if (row.floating()) {
      return "  ~";
    }
    char[] cells = " ".repeat(WIDTH).toCharArray();
    for (StackBar bar : row.bars()) {
      fill(cells, bar.startNanos() - bar.whiskerNanos(), bar.startNanos(), '─');
      fill(cells, bar.endNanos(), bar.endNanos() + bar.whiskerNanos(), '─');
    }
    for (StackBar bar : row.bars()) {
      fill(cells, bar.startNanos(), bar.endNanos(), row.bars().size() > 1 ? '▪' : '█');
    }
    return new String(cells);
  }

  /// At least one cell.
  private void fill(char[] cells, long start, long end, char mark) {
    int first = Math.clamp(cell(start), 0, WIDTH - 1);
    int last = Math.clamp(Math.max(first, (int) cell(end - 1)), 0, WIDTH - 1);
    if (end >= start) {
      for (int i = first; i <= last; i++) {
        cells[i] = mark;
      }
    }
  }

  private long cell(long nanos) {
    return Math.floorDiv((nanos - from) * WIDTH, to - from);
  }
}
