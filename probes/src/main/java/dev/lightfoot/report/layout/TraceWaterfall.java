package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.SpanTime;
import java.util.Arrays;
import java.util.BitSet;

/// The waterfall of a trace in time and without pixels: which spans have a row, and where their
/// bars lie. One row is made when it is asked for, so that a million of them cost one number each.
/// Instants are nanoseconds from the first instant of the trace. Immutable; folding gives another.
public final class TraceWaterfall {
  private final SpanTree tree;
  private final long originUnixNanos;
  private final long wholeNanos;
  private final BitSet folded;
  private final int[] rows;

  /// One bar.
  ///
  /// @param span position in the tree
  /// @param known what is known of its time: without an instant it has no place, without a duration
  ///   no length
  public record Bar(int span, SpanTime.Known known, long startNanos, long durationNanos) {
    /// Where it ends.
    public long endNanos() {
      return startNanos + durationNanos;
    }
  }

  private TraceWaterfall(SpanTree tree, long originUnixNanos, long wholeNanos, BitSet folded) {
    this.tree = tree;
    this.originUnixNanos = originUnixNanos;
    this.wholeNanos = wholeNanos;
    this.folded = folded;
    this.rows = rows(tree, folded);
  }

  /// All rows unfolded.
  public static TraceWaterfall of(SpanTree tree) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < tree.size(); i++) {
      SpanTime time = tree.span(i).time();
      if (time.known() != SpanTime.Known.DURATION) {
        first = Math.min(first, time.atUnixNanos());
        last = Math.max(last, time.end().orElse(time.atUnixNanos()));
      }
    }
    boolean none = first > last;
    return new TraceWaterfall(
        tree, none ? 0 : first, none ? 1 : Math.max(1, last - first), new BitSet());
  }

  private static int[] rows(SpanTree tree, BitSet folded) {
    int[] rows = new int[tree.size()];
    int count = 0;
    for (int i = 0; i < tree.size(); i = folded.get(i) ? tree.end(i) : i + 1) {
      rows[count++] = i;
    }
    return Arrays.copyOf(rows, count);
  }

  public SpanTree tree() {
    return tree;
  }

  /// The first instant, since 1970.
  public long originUnixNanos() {
    return originUnixNanos;
  }

  /// From the first instant to the last.
  public long wholeNanos() {
    return wholeNanos;
  }

  /// How many rows are unfolded.
  public int rows() {
    return rows.length;
  }

  /// Position of the span in that row.
  public int span(int row) {
    return rows[row];
  }

  /// The row of a span, or of the folded one that hides it.
  public int row(int span) {
    int found = Arrays.binarySearch(rows, span);
    return found >= 0 ? found : -found - 2;
  }

  public boolean isFolded(int span) {
    return folded.get(span);
  }

  /// Whether there is anything to fold.
  public boolean hasChildren(int span) {
    return tree.end(span) > span + 1;
  }

  /// Where its bar lies.
  public Bar bar(int span) {
    SpanTime time = tree.span(span).time();
    long start = time.known() == SpanTime.Known.DURATION ? 0 : time.atUnixNanos() - originUnixNanos;
    return new Bar(span, time.known(), start, Math.max(0, time.duration().orElse(0)));
  }

  /// The same with that span folded.
  public TraceWaterfall folded(int span) {
    return with(changed -> changed.set(span, hasChildren(span)));
  }

  /// The same with that span unfolded.
  public TraceWaterfall unfolded(int span) {
    return with(changed -> changed.clear(span));
  }

  /// The same with all spans unfolded that hide this one.
  public TraceWaterfall revealing(int span) {
    return with(
        changed -> {
          for (int at = tree.parent(span); at != SpanTree.NONE; at = tree.parent(at)) {
            changed.clear(at);
          }
        });
  }

  /// Folded to that depth: 0 leaves the roots.
  public TraceWaterfall foldedTo(int depth) {
    BitSet changed = new BitSet(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      changed.set(i, tree.depth(i) >= depth && hasChildren(i));
    }
    return new TraceWaterfall(tree, originUnixNanos, wholeNanos, changed);
  }

  private TraceWaterfall with(java.util.function.Consumer<BitSet> change) {
    BitSet changed = (BitSet) folded.clone();
    change.accept(changed);
    return changed.equals(folded)
        ? this
        : new TraceWaterfall(tree, originUnixNanos, wholeNanos, changed);
  }
}
