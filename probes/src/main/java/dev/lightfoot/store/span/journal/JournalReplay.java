package dev.lightfoot.store.span.journal;

import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.store.span.SpanBytesReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Reads segments to make an index from them, one after the other, so that memory need hold the
/// places of one only.
final class JournalReplay {
  private final Segments segments;
  private final Target target;
  private final PendingSpans spans = new PendingSpans();
  private final SpanBytesReader reader = new SpanBytesReader(new TextCache());

  /// What is made.
  interface Target {
    void grow(Map<String, PendingSpans.Growth> traces) throws IOException;

    /// Forgets all that came for these traces so far.
    void drop(List<String> traces);
  }

  JournalReplay(Segments segments, Target target) {
    this.segments = segments;
    this.target = target;
  }

  /// Reads one segment.
  ///
  /// @param size what was appended since is left alone
  void run(int segment, long size) throws IOException {
    SegmentScan.scan(
        segments.file(segment),
        (at, record) -> {
          if (at < size) {
            take(segment, at, record);
          }
        });
    target.grow(spans.takeAll());
  }

  private void take(int segment, long at, byte[] record) throws IOException {
    if (record[JournalRecord.HEAD] == JournalRecord.DROP) {
      target.grow(spans.takeAll());
      target.drop(JournalRecord.Drop.read(record).elsewhere());
      return;
    }
    int offset = JournalRecord.HEAD + JournalRecord.FACTS;
    int count = reader.from(record, offset).readInt();
    offset += 4;
    for (int i = 0; i < count; i++) {
      int length = reader.from(record, offset).readInt();
      String trace = reader.from(record, offset + 4).readTraceId();
      spans.add(trace, Journal.place(segment, at + offset), 0);
      offset += 4 + length;
    }
  }
}
