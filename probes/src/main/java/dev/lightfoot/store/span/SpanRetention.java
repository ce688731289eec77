package dev.lightfoot.store.span;

/// How much is kept. Past either limit the oldest traces (those whose first span came first) are
/// dropped whole and counted.
///
/// @param spans how many at most
/// @param bytes of the journal at most; index files take a few hundredths as much beside it
public record SpanRetention(long spans, long bytes) {
  public static final SpanRetention STANDARD = new SpanRetention(500_000, 1L << 30);

  private static final long BYTES_IN_MEMORY = 1_100;

  /// As many as a heap holds with ease where all are of one trace: a span takes some 170 bytes
  /// packed, and some 680 more while its trace is shown; a collector that has too little room
  /// spends its time collecting.
  public static SpanRetention inMemory(long heapBytes) {
    return new SpanRetention(Math.max(1, heapBytes / BYTES_IN_MEMORY), heapBytes);
  }

  public SpanRetention {
    if (spans < 1 || bytes < 1) {
      throw new IllegalArgumentException("at least one span and one byte are kept");
    }
  }
}
