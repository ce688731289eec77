package dev.lightfoot.store.span.memory;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.store.span.TraceId;
import java.util.Arrays;

/// Spans that came one after another, packed, and beside them in columns what traces are found by.
/// What concerns a trace as a whole stands at its first span. Spans are known by their places, 0
/// on; spans of other blocks by their numbers in [KeptSpans].
final class SpanBlock {
  /// Spans of one block.
  static final int SPANS = 1 << 12;

  private static final int NONE = -1;

  private byte[] packed = {}; // shared with who writes it until the block is full
  private byte[] own = {};
  private int size;
  private final int[] at = new int[SPANS];
  private final int[] name = new int[SPANS];
  private final long[] ids = new long[SPANS];
  private final int[] next = new int[SPANS]; // how much later; 0 for none

  private final long[] high = new long[SPANS];
  private final long[] low = new long[SPANS];
  private final long[] earliest = new long[SPANS];
  private final long[] latest = new long[SPANS];
  private long[] longest = {}; // only where a source tells of no time
  private final int[] last = new int[SPANS]; // how much later; NONE where no trace begins
  private final boolean[] failed = new boolean[SPANS];

  int size() {
    return size;
  }

  boolean isFull() {
    return size == SPANS;
  }

  /// Makes room for other spans.
  void clear() {
    size = 0;
    Arrays.fill(failed, false);
    longest = new long[0];
  }

  /// Appends a span.
  ///
  /// @param hash of what it is called: [NameHash]
  /// @param bytes of this block alone until it is full
  /// @return its place
  int add(Span span, int hash, BlockBytes bytes) {
    at[size] = bytes.size();
    bytes.putSpan(span);
    name[size] = hash;
    ids[size] = MemorySpanStore.idHash(span.spanId());
    next[size] = 0;
    last[size] = NONE;
    size++;
    if (isFull()) {
      keep(bytes);
    } else {
      packed = bytes.array();
    }
    return size - 1;
  }

  private void keep(BlockBytes bytes) {
    if (own.length < bytes.size()) {
      own = new byte[bytes.size()];
    }
    System.arraycopy(bytes.array(), 0, own, 0, bytes.size());
    packed = own;
  }

  /// Lets a trace begin with that span.
  void begin(int place, TraceId id) {
    high[place] = id.high();
    low[place] = id.low();
    earliest[place] = Long.MAX_VALUE;
    latest[place] = Long.MIN_VALUE;
    last[place] = 0;
  }

  /// Counts a span for the trace that begins at that place.
  void extend(int place, Span span) {
    SpanTime time = span.time();
    if (time.known() == SpanTime.Known.DURATION) {
      longest = longest.length == 0 ? new long[SPANS] : longest;
      longest[place] = Math.max(longest[place], time.durationNanos());
    } else {
      earliest[place] = Math.min(earliest[place], time.atUnixNanos());
      latest[place] = Math.max(latest[place], time.end().orElse(time.atUnixNanos()));
    }
    failed[place] |= span.failed();
  }

  /// Whether a trace begins there.
  boolean begins(int place) {
    return last[place] != NONE;
  }

  boolean isOf(int place, TraceId id) {
    return high[place] == id.high() && low[place] == id.low();
  }

  TraceId id(int place) {
    return new TraceId(high[place], low[place]);
  }

  /// As [TraceShape.Extent] of its spans.
  long began(int place) {
    return earliest[place] == Long.MAX_VALUE ? 0 : earliest[place];
  }

  /// As [TraceShape.Extent] of its spans.
  long duration(int place) {
    long alone = longest.length == 0 ? 0 : longest[place];
    return earliest[place] == Long.MAX_VALUE
        ? alone
        : Math.max(alone, latest[place] - earliest[place]);
  }

  boolean failed(int place) {
    return failed[place];
  }

  /// By how much the number of the trace's last span is higher.
  int last(int place) {
    return last[place];
  }

  void setLast(int place, int higher) {
    last[place] = higher;
  }

  /// By how much the number of the trace's next span is higher; 0 where there is none.
  int next(int place) {
    return next[place];
  }

  void setNext(int place, int higher) {
    next[place] = higher;
  }

  /// The hash of what that span is called.
  int name(int place) {
    return name[place];
  }

  /// [MemorySpanStore#idHash] of that span's id.
  long idHash(int place) {
    return ids[place];
  }

  Span span(int place, BlockReader reader) {
    reader.from(packed, at[place]);
    return reader.readSpan();
  }

  /// Bytes that it takes.
  long bytes() {
    return packed.length + (4L + 4 + 4 + 5 * 8 + 4 + 1) * SPANS + 8L * longest.length;
  }
}
