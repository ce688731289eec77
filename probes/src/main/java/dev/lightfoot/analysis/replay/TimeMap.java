package dev.lightfoot.analysis.replay;

import java.util.Arrays;

/// Which instant of the replay an observed instant became. Between two instants that are known,
/// time passes as it was observed, but never beyond the next one.
final class TimeMap {
  private long[] observed = new long[8];
  private long[] replayed = new long[8];
  private int size;

  /// Adds an instant, not before those that were added.
  void add(long observedNanos, long replayedNanos) {
    if (size == observed.length) {
      observed = Arrays.copyOf(observed, 2 * size);
      replayed = Arrays.copyOf(replayed, 2 * size);
    }
    long before = size == 0 ? observedNanos : observed[size - 1];
    observed[size] = Math.max(before, observedNanos);
    replayed[size] = replayedNanos;
    size++;
  }

  long of(long observedNanos) {
    int at = Arrays.binarySearch(observed, 0, size, observedNanos);
    if (at >= 0) {
      while (at + 1 < size && observed[at + 1] == observedNanos) {
        at++;
      }
      return replayed[at];
    }
    int next = -at - 1;
    if (next == 0) {
      return size == 0 ? observedNanos : replayed[0] - (observed[0] - observedNanos);
    }
    long after = replayed[next - 1] + (observedNanos - observed[next - 1]);
    return next == size ? after : Math.min(after, Math.max(replayed[next], replayed[next - 1]));
  }
}
