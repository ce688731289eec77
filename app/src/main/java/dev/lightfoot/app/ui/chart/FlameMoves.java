package dev.lightfoot.app.ui.chart;

import dev.lightfoot.report.layout.TraceFlame;

/// Where the arrow keys lead within a flame view; -1 where there is no block.
final class FlameMoves {
  private FlameMoves() {}

  /// The widest block below; the first of all where none is selected.
  static int below(TraceFlame flame, int selected) {
    if (selected < 0) {
      return flame.levels() == 0 ? -1 : flame.level(0)[0];
    }
    TraceFlame.Block block = flame.block(selected);
    int found = flame.at(block.depth() + 1, block.startNanos());
    return found >= 0 && flame.block(found).parent() == selected ? found : -1;
  }

  static int above(TraceFlame flame, int selected) {
    return selected < 0 ? below(flame, selected) : flame.block(selected).parent();
  }

  /// The next one at the same depth.
  static int beside(TraceFlame flame, int selected, int by) {
    if (selected < 0) {
      return below(flame, selected);
    }
    int[] level = flame.level(flame.block(selected).depth());
    for (int i = 0; i < level.length; i++) {
      if (level[i] == selected) {
        int next = i + by;
        return next >= 0 && next < level.length ? level[next] : -1;
      }
    }
    return -1;
  }
}
