package dev.lightfoot.store.span;

/// How much is kept. Past either limit the oldest traces (those whose first span came first) are
/// dropped whole and counted.
///
/// @param spans how many at most
/// @param bytes of the journal at most; an index takes about half as much beside it
public record SpanRetention(long spans, long bytes) {
  public static final SpanRetention STANDARD = new SpanRetention(500_000, 1L << 30);

  public SpanRetention {
    if (spans < 1 || bytes < 1) {
      throw new IllegalArgumentException("at least one span and one byte are kept");
    }
  }
}
