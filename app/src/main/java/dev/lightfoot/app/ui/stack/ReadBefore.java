package dev.lightfoot.app.ui.stack;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.memory.MemorySpanStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/// Which spans had been read at which time: what was read before a run began is not of that run,
/// whatever its clock says. May be used by several threads.
final class ReadBefore {
  /// A run may begin before the waiting for the one before has ended.
  private static final int MOST_LOOKS = 3;

  private final LongSupplier unixNanos;
  private final Deque<Look> looks = new ArrayDeque<>();

  /// What had been read at one time; ids in order.
  private static final class Look {
    private final long unixNanos;
    private final long[] ids;

    Look(long unixNanos, long[] ids) {
      this.unixNanos = unixNanos;
      this.ids = ids;
    }
  }

  /// @param unixNanos the clock of this computer
  ReadBefore(LongSupplier unixNanos) {
    this.unixNanos = unixNanos;
  }

  /// Notes that these have been read by now.
  ///
  /// @param idHashes hands out the [MemorySpanStore#idHash] of each: there may be a million
  void look(Consumer<LongConsumer> idHashes) {
    LongStream.Builder read = LongStream.builder();
    idHashes.accept(read);
    long[] ids = read.build().sorted().toArray();
    long now = unixNanos.getAsLong();
    synchronized (looks) {
      looks.addLast(new Look(now, ids));
      if (looks.size() > MOST_LOOKS) {
        looks.removeFirst();
      }
    }
  }

  /// Those of them that are not known to have been read before that time.
  ///
  /// @param spans hands out each of them, one after another
  List<Span> without(Consumer<Consumer<Span>> spans, long unixNanos) {
    long[] before = new long[0];
    synchronized (looks) {
      for (Look look : looks) {
        before = look.unixNanos <= unixNanos ? look.ids : before;
      }
    }
    long[] known = before;
    List<Span> others = new ArrayList<>();
    spans.accept(
        span -> {
          if (Arrays.binarySearch(known, MemorySpanStore.idHash(span.spanId())) < 0) {
            others.add(span);
          }
        });
    return others;
  }
}
