package dev.lightfoot.store.span.memory;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanCounts;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceCursor;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceMatch;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TracePage;
import dev.lightfoot.store.span.TraceShape;
import dev.lightfoot.store.span.TraceSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/// Keeps spans for as long as the program runs: for what was read from files. They are packed, so
/// that a collector has a few arrays to look at and not millions of objects; what traces are found
/// by stands in columns beside. Of the retention only the number of spans counts.
public final class MemorySpanStore implements SpanStore {
  /// Batches that wait to be packed: who brings more packs them.
  private static final int MOST_WAITING = 32;

  /// Spans that are unpacked while others wait.
  private static final int AT_ONCE = 4096;

  private final SpanRetention retention;
  private final Executor packing;
  private final Queue<List<Span>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingBatches = new AtomicInteger();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final KeptSpans spans = new KeptSpans();
  private long accepted;
  private long kept;
  private long dropped;

  /// One that packs spans in the thread that brings them.
  public MemorySpanStore(SpanRetention retention) {
    this(retention, Runnable::run);
  }

  /// @param packing packs what was brought; what is asked meanwhile packs the rest first
  public MemorySpanStore(SpanRetention retention, Executor packing) {
    this.retention = retention;
    this.packing = packing;
  }

  @Override
  public void accept(List<Span> batch) {
    waiting.add(List.copyOf(batch));
    if (waitingBatches.incrementAndGet() > MOST_WAITING) {
      pack();
    } else if (asked.compareAndSet(false, true)) {
      packing.execute(
          () -> {
            asked.set(false);
            pack();
          });
    }
  }

  private synchronized void pack() {
    for (List<Span> batch = waiting.poll(); batch != null; batch = waiting.poll()) {
      waitingBatches.decrementAndGet();
      pack(batch);
    }
  }

  private void pack(List<Span> batch) {
    spans.add(batch);
    accepted += batch.size();
    kept += batch.size();
    while (kept > retention.spans()) {
      int gone = spans.dropOldest();
      kept -= gone;
      dropped += gone;
    }
  }

  /// A trace that may be shown; what only a list needs is made for those that are.
  ///
  /// @param first number of its first span
  private record Found(long key, TraceId id, long first) {}

  private static final Comparator<Found> LAST_FIRST =
      Comparator.comparingLong(Found::key).thenComparing(Found::id);

  /// Names are looked for by their hashes, so that no span is unpacked but those that are told;
  /// only where one of these is called otherwise after all are the spans themselves looked at.
  @Override
  public synchronized TracePage traces(
      TraceFilter filter, TraceOrder order, Optional<TraceCursor> after, int limit) {
    TracePage.checkLimit(limit);
    pack();
    TraceMatch match = TraceMatch.of(filter);
    LongPredicate byName =
        filter
            .named()
            .map(NameHash::of)
            .<LongPredicate>map(hash -> first -> spans.hasName(first, hash))
            .orElse(_ -> true);
    LongPredicate bySpans = byName.and(first -> match.matches(spans.spans(first)));
    List<List<Span>> found =
        inOrder(filter, order, after, limit, match.isOfName() ? byName : bySpans);
    if (match.isOfName() && !found.stream().allMatch(match::matches)) {
      found = inOrder(filter, order, after, limit, bySpans);
    }
    return TracePage.of(found.stream().map(MemorySpanStore::summary).toList(), order, limit);
  }

  /// The traces of a page, and one more.
  private List<List<Span>> inOrder(
      TraceFilter filter,
      TraceOrder order,
      Optional<TraceCursor> after,
      int limit,
      LongPredicate match) {
    Optional<Found> before =
        after.map(cursor -> new Found(cursor.key(), TraceId.of(cursor.id()), 0));
    PriorityQueue<Found> first = new PriorityQueue<>(LAST_FIRST);
    spans.forEachBackwards(
        (block, place, number) -> {
          long duration = block.duration(place);
          long key = order == TraceOrder.NEWEST ? block.began(place) : duration;
          if (first.size() > limit && key < first.element().key()) {
            return; // before anything that costs more is asked of it
          }
          Found trace = new Found(key, block.id(place), number);
          boolean wanted =
              (before.isEmpty() || LAST_FIRST.compare(trace, before.get()) < 0)
                  && (first.size() <= limit || LAST_FIRST.compare(trace, first.element()) > 0);
          if (wanted
              && filter.bounds(block.began(place), duration, block.failed(place))
              && match.test(number)) {
            first.add(trace);
            if (first.size() > limit + 1) {
              first.remove();
            }
          }
        });
    return first.stream()
        .sorted(LAST_FIRST.reversed())
        .map(each -> spans.spans(each.first()))
        .toList();
  }

  private static TraceSummary summary(List<Span> trace) {
    return TraceShape.of(TraceShape.idOf(trace.getFirst()), trace).summary();
  }

  @Override
  public synchronized List<Span> trace(String id) {
    pack();
    long first = spans.find(id);
    return first < 0 ? List.of() : List.copyOf(TraceShape.of(id, spans.spans(first)).spans());
  }

  /// Hands out all that is kept, in the order of the traces. Who asks for anything else meanwhile
  /// waits for a few of them only.
  public void forEach(Consumer<Span> each) {
    long at = 0;
    while (at >= 0) {
      List<Span> some = new ArrayList<>();
      at = addFrom(at, AT_ONCE, some);
      some.forEach(each);
    }
  }

  /// Hands out the [#idHash] of each that is kept, without unpacking any; also of some that have
  /// just made room.
  public synchronized void forEachIdHash(LongConsumer each) {
    pack();
    spans.forEachIdHash(each);
  }

  /// A span's id as a number: ids are long, and there may be a million.
  public static long idHash(String spanId) {
    long hash = 1;
    for (int i = 0; i < spanId.length(); i++) {
      hash = hash * 1_099_511_628_211L + spanId.charAt(i);
    }
    return hash;
  }

  /// The first that are kept, in the order of the traces: so many, and the rest of the last trace.
  public List<Span> spans(int most) {
    List<Span> found = new ArrayList<>();
    long at = 0;
    while (at >= 0 && found.size() < most) {
      at = addFrom(at, Math.min(most, found.size() + AT_ONCE), found);
    }
    return found;
  }

  private synchronized long addFrom(long from, int many, List<Span> into) {
    pack();
    return spans.addFrom(from, many, into);
  }

  @Override
  public synchronized SpanCounts counts() {
    pack();
    return new SpanCounts(accepted, kept, dropped, 0, spans.bytes());
  }

  /// How many spans were unpacked to answer what was asked until now.
  synchronized long unpacked() {
    return spans.unpacked();
  }

  @Override
  public void close() {
    // Nothing is held but memory.
  }
}
