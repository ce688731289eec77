package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The flame view of a trace, without pixels: spans that do the same at the same place (same name
/// and layer below the same callers) are one block, as wide as their own time and that of all below
/// it. So blocks nest exactly, also where children run side by side; the whole is the time spent by
/// all together, which is then more than the time that passed.
public final class TraceFlame {
  private final List<Block> blocks;
  private final List<int[]> levels;
  private final long wholeNanos;

  /// One block.
  ///
  /// @param parent index of the block above it; -1 at the top
  /// @param depth 0 at the top
  /// @param first position of the earliest of its spans in the tree
  /// @param spans how many they are
  /// @param errors how many of them failed
  /// @param startNanos left edge
  /// @param widthNanos own time and that of everything below
  /// @param selfNanos own time
  /// @param wallNanos their durations added up
  public record Block(
      int parent,
      int depth,
      String name,
      Layer layer,
      int first,
      int spans,
      int errors,
      long startNanos,
      long widthNanos,
      long selfNanos,
      long wallNanos) {
    /// Right edge.
    public long endNanos() {
      return startNanos + widthNanos;
    }
  }

  private TraceFlame(List<Block> blocks, List<int[]> levels, long wholeNanos) {
    this.blocks = blocks;
    this.levels = levels;
    this.wholeNanos = wholeNanos;
  }

  public static TraceFlame of(SpanTree tree) {
    return new Growth(tree).flame();
  }

  /// All blocks; each after the one above it.
  public List<Block> blocks() {
    return blocks;
  }

  public Block block(int index) {
    return blocks.get(index);
  }

  /// How deep it is.
  public int levels() {
    return levels.size();
  }

  /// Time of all blocks together.
  public long wholeNanos() {
    return wholeNanos;
  }

  /// Blocks of that depth by their left edge.
  public int[] level(int depth) {
    return levels.get(depth);
  }

  /// Index within [#level] of the first block that ends after that instant.
  public int firstAfter(int depth, long nanos) {
    int[] level = levels.get(depth);
    int low = 0;
    int high = level.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(level[middle]).endNanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Index of the block at that depth and instant; -1 where there is none.
  public int at(int depth, long nanos) {
    if (depth < 0 || depth >= levels.size()) {
      return -1;
    }
    int[] level = levels.get(depth);
    int index = firstAfter(depth, nanos);
    return index < level.length && blocks.get(level[index]).startNanos() <= nanos
        ? level[index]
        : -1;
  }

  /// Adds the spans up, then places the blocks.
  private static final class Growth {
    private final SpanTree tree;
    private final Map<Key, Sum> sums = new HashMap<>();
    private final List<Sum> all = new ArrayList<>();

    private record Key(int parent, String name, Layer layer) {}

    private static final class Sum {
      private final int index;
      private final int parent;
      private final int depth;
      private final int first;
      private final Span like;
      private int spans;
      private int errors;
      private long self;
      private long wall;
      private long width;
      private long start;

      Sum(int index, int parent, int depth, int first, Span like) {
        this.index = index;
        this.parent = parent;
        this.depth = depth;
        this.first = first;
        this.like = like;
      }
    }

    Growth(SpanTree tree) {
      this.tree = tree;
    }

    TraceFlame flame() {
      add();
      for (Sum sum : all.reversed()) {
        sum.width += sum.self;
        if (sum.parent >= 0) {
          all.get(sum.parent).width += sum.width;
        }
      }
      return place();
    }

    private void add() {
      long[] self = tree.selfTimes();
      int[] sumOf = new int[tree.size()];
      for (int i = 0; i < tree.size(); i++) {
        Span span = tree.span(i);
        int above = tree.parent(i) == SpanTree.NONE ? -1 : sumOf[tree.parent(i)];
        int depth = tree.depth(i);
        int first = i;
        Sum sum =
            sums.computeIfAbsent(
                new Key(above, span.name(), span.layer()),
                key -> {
                  Sum made = new Sum(all.size(), key.parent, depth, first, span);
                  all.add(made);
                  return made;
                });
        sum.spans++;
        sum.errors += span.status().isError() ? 1 : 0;
        sum.self += Math.max(0, self[i]);
        sum.wall += Math.max(0, span.time().duration().orElse(0));
        sumOf[i] = sum.index;
      }
    }

    /// The widest first, below each block and at the top.
    private TraceFlame place() {
      List<Sum> order = new ArrayList<>(all);
      order.sort(
          Comparator.<Sum>comparingInt(sum -> sum.depth)
              .thenComparing(Comparator.<Sum>comparingLong(sum -> sum.width).reversed())
              .thenComparingInt(sum -> sum.index));
      long[] next = new long[all.size()];
      long top = 0;
      List<List<Integer>> levels = new ArrayList<>();
      for (Sum sum : order) {
        if (sum.parent < 0) {
          sum.start = top;
          top += sum.width;
        } else {
          sum.start = next[sum.parent];
          next[sum.parent] += sum.width;
        }
        next[sum.index] = sum.start;
        if (sum.depth == levels.size()) {
          levels.add(new ArrayList<>());
        }
        levels.get(sum.depth).add(sum.index);
      }
      List<Block> blocks = all.stream().map(Growth::block).toList();
      List<int[]> sorted = levels.stream().map(level -> byStart(level, blocks)).toList();
      return new TraceFlame(blocks, sorted, Math.max(1, top));
    }

    private static int[] byStart(List<Integer> level, List<Block> blocks) {
      Integer[] order = level.toArray(Integer[]::new);
      Arrays.sort(order, Comparator.comparingLong(index -> blocks.get(index).startNanos()));
      return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static Block block(Sum sum) {
      return new Block(
          sum.parent,
          sum.depth,
          sum.like.name(),
          sum.like.layer(),
          sum.first,
          sum.spans,
          sum.errors,
          sum.start,
          sum.width,
          sum.self,
          sum.wall);
    }
  }
}
