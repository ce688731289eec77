package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceSummary;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/// All traces of the index: what is compared of each in columns, the rest packed in the block of
/// the segment in which it grew last. A trace of five spans takes some 120 bytes. For one thread at
/// a time; a row's number holds until something is put.
final class TraceTable {
  private static final int NONE = -1;

  private final TreeMap<Integer, IndexBlock> blocks = new TreeMap<>();
  private long[] high = new long[64];
  private long[] low = new long[64];
  private long[] began = new long[64];
  private long[] duration = new long[64];
  private int[] first = new int[64];
  private int[] block = new int[64]; // NONE where the row is gone
  private int[] at = new int[64];
  private boolean[] failed = new boolean[64];
  private int[] slots = emptySlots(128);
  private int size;
  private long accepted;

  /// A row that is there.
  interface Visitor {
    void row(int row);
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /// Its row; negative where it is not there.
  int find(TraceId id) {
    int slot = slot(id.high(), id.low());
    while (slots[slot] != NONE) {
      int row = slots[slot];
      if (high[row] == id.high() && low[row] == id.low() && block[row] != NONE) {
        return row;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NONE;
  }

  private int slot(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 33) & (slots.length - 1);
  }

  /// Puts a trace in place of what was known of it.
  void put(TraceRow row) {
    int segment = row.lastSegment();
    IndexBlock.Key key = IndexBlock.Key.of(row);
    put(key, segment, blocks.computeIfAbsent(segment, _ -> new IndexBlock()).add(row));
  }

  /// Adds a block that was read; its rows follow by [#put].
  void add(int segment, IndexBlock read) {
    blocks.put(segment, read);
  }

  /// Puts a trace whose row lies in that segment's block.
  void put(IndexBlock.Key key, int segment, int place) {
    int before = find(key.id());
    if (before != NONE) {
      remove(before);
    }
    if (size == block.length) {
      makeRoom();
    }
    high[size] = key.id().high();
    low[size] = key.id().low();
    began[size] = key.began();
    duration[size] = key.duration();
    first[size] = key.firstSegment();
    block[size] = segment;
    at[size] = place;
    failed[size] = key.failed();
    enter(size);
    size++;
    accepted += block(segment).accepted(place);
  }

  private void enter(int row) {
    int slot = slot(high[row], low[row]);
    while (slots[slot] != NONE) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = row;
  }

  /// Rows that are gone make room; where few are, the columns grow.
  private void makeRoom() {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (block[row] != NONE) {
        high[kept] = high[row];
        low[kept] = low[row];
        began[kept] = began[row];
        duration[kept] = duration[row];
        first[kept] = first[row];
        block[kept] = block[row];
        at[kept] = at[row];
        failed[kept] = failed[row];
        kept++;
      }
    }
    size = kept;
    if (kept > block.length / 2) {
      int more = block.length * 2;
      high = Arrays.copyOf(high, more);
      low = Arrays.copyOf(low, more);
      began = Arrays.copyOf(began, more);
      duration = Arrays.copyOf(duration, more);
      first = Arrays.copyOf(first, more);
      block = Arrays.copyOf(block, more);
      at = Arrays.copyOf(at, more);
      failed = Arrays.copyOf(failed, more);
    }
    slots = emptySlots(block.length * 2);
    for (int row = 0; row < size; row++) {
      enter(row);
    }
  }

  /// Forgets a trace.
  void remove(int row) {
    accepted -= accepted(row);
    block[row] = NONE;
  }

  /// Forgets the traces that began in that segment or an earlier one.
  void removeBegun(int segment) {
    forEach(
        row -> {
          if (first[row] <= segment) {
            remove(row);
          }
        });
    blocks.headMap(segment, true).clear();
  }

  void forEach(Visitor visitor) {
    for (int row = 0; row < size; row++) {
      if (block[row] != NONE) {
        visitor.row(row);
      }
    }
  }

  /// The newest arrivals first: a search for the newest traces soon knows what is too old.
  void forEachBackwards(Visitor visitor) {
    for (int row = size - 1; row >= 0; row--) {
      if (block[row] != NONE) {
        visitor.row(row);
      }
    }
  }

  /// How many spans came for them.
  long accepted() {
    return accepted;
  }

  IndexBlock.Key key(int row) {
    return new IndexBlock.Key(
        new TraceId(high[row], low[row]), first[row], began[row], duration[row], failed[row]);
  }

  int firstSegment(int row) {
    return first[row];
  }

  /// In which it grew last.
  int segment(int row) {
    return block[row];
  }

  long began(int row) {
    return began[row];
  }

  long duration(int row) {
    return duration[row];
  }

  boolean failed(int row) {
    return failed[row];
  }

  int compareIds(int one, int other) {
    int highs = Long.compareUnsigned(high[one], high[other]);
    return highs != 0 ? highs : Long.compareUnsigned(low[one], low[other]);
  }

  /// Where the row lies in its block.
  int place(int row) {
    return at[row];
  }

  int accepted(int row) {
    return block(block[row]).accepted(at[row]);
  }

  List<Long> places(int row) {
    return block(block[row]).places(at[row]);
  }

  TraceSummary summary(int row) {
    return block(block[row]).summary(at[row], key(row));
  }

  IndexBlock block(int segment) {
    IndexBlock found = blocks.get(segment);
    if (found == null) {
      throw new IllegalStateException("no block of segment " + segment);
    }
    return found;
  }

  TraceRow row(int row) {
    return block(block[row]).row(at[row], key(row));
  }

  /// Leaves out of a block what is gone, and gives its rows one after the other.
  void compact(int segment, Consumer<TraceRow> rows) {
    IndexBlock fresh = new IndexBlock();
    forEach(
        row -> {
          if (block[row] == segment) {
            TraceRow whole = row(row);
            rows.accept(whole);
            at[row] = fresh.add(whole);
          }
        });
    blocks.put(segment, fresh);
  }
}
