package dev.lightfoot.report.layout.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Dots on a line that would cover each other, moved away from it level by level.
public final class Swarm {
  private Swarm() {}

  /// The level of each value, 0 on the line. Where more lie close together than there are levels,
  /// some cover each other: on the level whose last one is furthest away.
  ///
  /// @param apartNanos closer than that two dots of a level would cover each other
  /// @param levels how many there are
  public static int[] levels(List<Long> values, long apartNanos, int levels) {
    int[] level = new int[values.size()];
    long[] last = new long[levels];
    Arrays.fill(last, Long.MIN_VALUE);
    int[] order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing(values::get))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int each : order) {
      long value = values.get(each);
      int free = 0;
      while (free < levels && last[free] > value - apartNanos) {
        free++;
      }
      level[each] = free < levels ? free : furthest(last);
      last[level[each]] = value;
    }
    return level;
  }

  private static int furthest(long[] last) {
    int best = 0;
    for (int i = 1; i < last.length; i++) {
      best = last[i] < last[best] ? i : best;
    }
    return best;
  }
}
