package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackRow;
import java.util.Arrays;
import java.util.BitSet;

/// The rows of a [Stack] in time and without pixels: which are unfolded, where the axis begins and
/// ends, and whose whiskers are worth drawing. Immutable; folding gives another.
public final class StackLayout {
  /// The parent of the client's own rows.
  public static final int NONE = -1;

  private static final int PARTS = 50;

  private final Stack stack;
  private final int[] parents;
  private final int[] ends;
  private final BitSet folded;
  private final int[] rows;

  private StackLayout(Stack stack, int[] parents, int[] ends, BitSet folded) {
    this.stack = stack;
    this.parents = parents;
    this.ends = ends;
    this.folded = folded;
    int[] found = new int[parents.length];
    int count = 0;
    for (int i = 0; i < parents.length; i = folded.get(i) ? ends[i] : i + 1) {
      found[count++] = i;
    }
    this.rows = Arrays.copyOf(found, count);
  }

  /// All rows unfolded.
  public static StackLayout of(Stack stack) {
    int size = stack.rows().size();
    int[] parents = new int[size];
    int[] ends = new int[size];
    Arrays.fill(ends, size);
    for (int i = 0; i < size; i++) {
      int depth = stack.rows().get(i).depth();
      int parent = i - 1;
      while (parent >= 0 && stack.rows().get(parent).depth() >= depth) {
        ends[parent] = Math.min(ends[parent], i);
        parent = parents[parent];
      }
      parents[i] = parent;
    }
    return new StackLayout(stack, parents, ends, new BitSet());
  }

  public Stack stack() {
    return stack;
  }

  /// How many rows are unfolded.
  public int rows() {
    return rows.length;
  }

  /// Index in the stack of what that row shows.
  public int index(int row) {
    return rows[row];
  }

  public StackRow at(int index) {
    return stack.rows().get(index);
  }

  /// The row of an index, or of the folded one that hides it.
  public int row(int index) {
    int found = Arrays.binarySearch(rows, index);
    return found >= 0 ? found : -found - 2;
  }

  /// Index of the row that it hangs below, or [#NONE].
  public int parent(int index) {
    return parents[index];
  }

  public boolean hasChildren(int index) {
    return ends[index] > index + 1;
  }

  public boolean isFolded(int index) {
    return folded.get(index);
  }

  /// The same with that row folded or unfolded.
  public StackLayout folding(int index, boolean fold) {
    BitSet changed = (BitSet) folded.clone();
    changed.set(index, fold && hasChildren(index));
    return new StackLayout(stack, parents, ends, changed);
  }

  /// Whether its place is less sure than that of the row it hangs below is, or differently so:
  /// below one clock's first row the same whiskers would repeat.
  public boolean showsWhisker(int index) {
    long whisker = at(index).whiskerNanos();
    int parent = parents[index];
    return whisker > 0 && (parent == NONE || at(parent).whiskerNanos() != whisker);
  }

  /// From the beginning of the first wait to the end of whatever ends last, whiskers included, with
  /// a fiftieth of room at each end.
  public TimeWindow window() {
    long from = Long.MAX_VALUE;
    long to = 0;
    for (StackRow row : stack.rows()) {
      long whisker = row.whiskerNanos();
      from = Math.min(from, row.startNanos().orElse(Long.MAX_VALUE) - whisker);
      to = Math.max(to, row.endNanos().orElse(0) + whisker);
    }
    if (from >= to) {
      return TimeWindow.whole(1);
    }
    long margin = (to - from) / PARTS;
    return TimeWindow.whole(to + margin).showing(Math.max(0, from - margin), to + margin);
  }
}
