package dev.lightfoot.analysis.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The longest duration of each step of time, where the first and the last are not known
/// beforehand: of at most [#STEPS] equal steps, which become twice as long whenever they no longer
/// suffice.
public final class SlowestOverTime {
  static final int STEPS = 128;

  private static final long FINEST_NANOS = 1_000_000;

  private long step = FINEST_NANOS;
  private long first; // the number of the first step, counted from 1970
  private long[] longest = new long[0]; // 0 where nothing began

  /// Something began then and took so long; of what took no time a nanosecond is kept.
  void add(long atUnixNanos, long nanos) {
    long number = Math.floorDiv(atUnixNanos, step);
    while (longest.length > 0 && Math.max(number, last()) - Math.min(number, first) >= STEPS) {
      join();
      number = Math.floorDiv(atUnixNanos, step);
    }
    if (longest.length == 0) {
      first = number;
      longest = new long[1];
    } else if (number < first) {
      long[] more = new long[longest.length + (int) (first - number)];
      System.arraycopy(longest, 0, more, (int) (first - number), longest.length);
      first = number;
      longest = more;
    } else if (number > last()) {
      longest = Arrays.copyOf(longest, (int) (number - first) + 1);
    }
    int at = (int) (number - first);
    longest[at] = Math.max(longest[at], Math.max(1, nanos));
  }

  private long last() {
    return first + longest.length - 1;
  }

  /// Two neighbours become one, such that steps begin at multiples of their length.
  private void join() {
    long from = Math.floorDiv(first, 2);
    long[] joined = new long[(int) (Math.floorDiv(last(), 2) - from) + 1];
    for (int i = 0; i < longest.length; i++) {
      int at = (int) (Math.floorDiv(first + i, 2) - from);
      joined[at] = Math.max(joined[at], longest[i]);
    }
    first = from;
    longest = joined;
    step *= 2;
  }

  SlowestOverTime copy() {
    SlowestOverTime copy = new SlowestOverTime();
    copy.step = step;
    copy.first = first;
    copy.longest = longest.clone();
    return copy;
  }

  /// Whether there is anything.
  public boolean isEmpty() {
    return longest.length == 0;
  }

  /// Start of the first step, in nanoseconds since 1970.
  public long fromUnixNanos() {
    return first * step;
  }

  /// End of the last one.
  public long toUnixNanos() {
    return (last() + 1) * step;
  }

  /// The longest duration of each of so many steps of a time, in nanoseconds; 0 where nothing
  /// began.
  public List<Long> between(long fromUnixNanos, long toUnixNanos, int steps) {
    long[] found = new long[steps];
    double width = Math.max(1, (double) (toUnixNanos - fromUnixNanos) / steps);
    for (int i = 0; i < longest.length; i++) {
      long middle = (first + i) * step + step / 2;
      if (longest[i] > 0 && middle >= fromUnixNanos && middle < toUnixNanos) {
        int at = Math.min(steps - 1, (int) ((middle - fromUnixNanos) / width));
        found[at] = Math.max(found[at], longest[i]);
      }
    }
    List<Long> list = new ArrayList<>();
    for (long each : found) {
      list.add(each);
    }
    return list;
  }
}
