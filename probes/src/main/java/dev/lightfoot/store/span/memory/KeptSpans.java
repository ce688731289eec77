package dev.lightfoot.store.span.memory;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

/// Spans in blocks, numbered as they came, and the traces that they make. The oldest traces can be
/// forgotten whole; what they leave in blocks that are still needed goes with these. For one thread
/// at a time.
final class KeptSpans {
  private static final long NONE = -1;

  /// Bits of a slot for the number of a span; the others are of its trace's id.
  private static final int NUMBER_BITS = 40;

  private static final long NUMBER = (1L << NUMBER_BITS) - 1;
  private static final int FIRST_SLOTS = 1 << 10;

  private static final int AHEAD = 64;
  private static final int EXPECTED_BYTES = 128 * SpanBlock.SPANS;

  private final NameHash names = new NameHash();
  private final List<SpanBlock> blocks = new ArrayList<>();
  private final Deque<SpanBlock> free = new ArrayDeque<>();
  private final BlockBytes bytes = new BlockBytes(EXPECTED_BYTES); // of the last block
  private final BlockReader reader = new BlockReader();
  private long firstNumber; // of the first block
  private long oldest; // number of the first span whose trace may be there

  /// Traces by their ids: some bits of these, and the number of the first span and 1; 0 where
  /// nothing was.
  private long[] slots = new long[FIRST_SLOTS];

  @SuppressWarnings("UnusedVariable") // without it the compiler would leave the looking out
  private long looked;

  private int usedSlots; // also by traces that are gone
  private int traces;
  private long unpacked;

  /// A trace that is there.
  interface Visitor {
    /// Hears of one.
    ///
    /// @param block in which it begins
    /// @param place where in it
    /// @param first number of its first span
    void trace(SpanBlock block, int place, long first);
  }

  /// Adds them. The slots of some are looked at first: memory answers many such questions in the
  /// time of one.
  void add(List<Span> batch) {
    TraceId[] ids = new TraceId[AHEAD];
    for (int from = 0; from < batch.size(); from += AHEAD) {
      int count = Math.min(AHEAD, batch.size() - from);
      for (int i = 0; i < count; i++) {
        ids[i] = TraceId.of(TraceShape.idOf(batch.get(from + i)));
        looked += slots[(int) (hash(ids[i]) >>> 33) & (slots.length - 1)];
      }
      for (int i = 0; i < count; i++) {
        add(batch.get(from + i), ids[i]);
      }
    }
  }

  private void add(Span span, TraceId id) {
    if (blocks.isEmpty() || blocks.getLast().isFull()) {
      bytes.begin();
      blocks.add(free.isEmpty() ? new SpanBlock() : free.pop());
    }
    SpanBlock block = blocks.getLast();
    int place = block.add(span, names.of(span), bytes);
    long number = firstNumber + (blocks.size() - 1L) * SpanBlock.SPANS + place;
    int slot = slot(id);
    if (slots[slot] == 0) {
      block.begin(place, id);
      block.extend(place, span);
      slots[slot] = entry(id, number);
      traces++;
      if (++usedSlots * 4L > slots.length * 3L) {
        makeRoom();
      }
    } else {
      long first = first(slot);
      SpanBlock begun = block(first);
      long before = first + begun.last(place(first));
      block(before).setNext(place(before), (int) (number - before));
      begun.setLast(place(first), (int) (number - first));
      begun.extend(place(first), span);
    }
  }

  /// Where the trace of that id is, or would be. What is gone is passed over.
  private int slot(TraceId id) {
    long hash = hash(id);
    int slot = (int) (hash >>> 33);
    while (true) {
      slot &= slots.length - 1;
      long entry = slots[slot];
      boolean alike = ((entry ^ (hash << NUMBER_BITS)) & ~NUMBER) == 0;
      if (entry == 0 || (alike && isThere(slot, id))) {
        return slot;
      }
      slot++;
    }
  }

  private boolean isThere(int slot, TraceId id) {
    long first = first(slot);
    return first >= oldest && block(first).isOf(place(first), id);
  }

  private static long hash(TraceId id) {
    long hash = (id.high() ^ Long.rotateLeft(id.low(), 32)) * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 32);
  }

  private static long entry(TraceId id, long first) {
    return (hash(id) << NUMBER_BITS) | (first + 1);
  }

  private long first(int slot) {
    return (slots[slot] & NUMBER) - 1;
  }

  private void makeRoom() {
    int wanted = FIRST_SLOTS;
    while (wanted < traces * 2L) {
      wanted *= 4;
    }
    slots = new long[wanted];
    usedSlots = traces;
    forEachBackwards(
        (block, place, first) -> slots[slot(block.id(place))] = entry(block.id(place), first));
  }

  private SpanBlock block(long number) {
    return blocks.get((int) ((number - firstNumber) / SpanBlock.SPANS));
  }

  private static int place(long number) {
    return (int) (number % SpanBlock.SPANS);
  }

  /// Forgets the trace whose first span came first.
  ///
  /// @return how many spans it had
  int dropOldest() {
    while (!block(oldest).begins(place(oldest))) {
      passOldest();
    }
    int spans = count(oldest);
    passOldest();
    traces--;
    return spans;
  }

  private void passOldest() {
    oldest++;
    if (oldest == firstNumber + SpanBlock.SPANS) {
      SpanBlock gone = blocks.removeFirst();
      gone.clear();
      free.push(gone);
      firstNumber = oldest;
    }
  }

  private int count(long first) {
    int count = 0;
    for (long number = first; number != NONE; number = next(number)) {
      count++;
    }
    return count;
  }

  private long next(long number) {
    int higher = block(number).next(place(number));
    return higher == 0 ? NONE : number + higher;
  }

  /// Number of the first span of the trace of that id; negative where there is none.
  long find(String id) {
    return first(slot(TraceId.of(id)));
  }

  /// The trace's spans, as they came.
  List<Span> spans(long first) {
    List<Span> spans = new ArrayList<>();
    for (long number = first; number != NONE; number = next(number)) {
      spans.add(block(number).span(place(number), reader));
      unpacked++;
    }
    return spans;
  }

  /// The traces that are there, the newest arrivals first.
  void forEachBackwards(Visitor visitor) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      SpanBlock block = blocks.get(i);
      long number = firstNumber + (long) i * SpanBlock.SPANS;
      for (int place = block.size() - 1; place >= 0 && number + place >= oldest; place--) {
        if (block.begins(place)) {
          visitor.trace(block, place, number + place);
        }
      }
    }
  }

  /// Adds the spans of the traces that begin there or later, in the order of their arrival, until
  /// there are so many or more.
  ///
  /// @param from number of a span
  /// @return where to go on; negative where nothing is left
  long addFrom(long from, int many, List<Span> into) {
    long end =
        blocks.isEmpty()
            ? 0
            : firstNumber + (blocks.size() - 1L) * SpanBlock.SPANS + blocks.getLast().size();
    for (long number = Math.max(from, oldest); number < end; number++) {
      if (into.size() >= many) {
        return number;
      }
      if (block(number).begins(place(number))) {
        into.addAll(spans(number));
      }
    }
    return NONE;
  }

  /// Hands out the hashes of the ids of all spans, also of traces that have just gone.
  void forEachIdHash(LongConsumer each) {
    for (SpanBlock block : blocks) {
      for (int place = 0; place < block.size(); place++) {
        each.accept(block.idHash(place));
      }
    }
  }

  /// Whether some span of the trace has that [NameHash].
  boolean hasName(long first, int hash) {
    for (long at = first; at != NONE; at = next(at)) {
      if (block(at).name(place(at)) == hash) {
        return true;
      }
    }
    return false;
  }

  /// How many spans were unpacked until now.
  long unpacked() {
    return unpacked;
  }

  /// About what they take.
  long bytes() {
    return blocks.stream().mapToLong(SpanBlock::bytes).sum() + 8L * slots.length;
  }
}
