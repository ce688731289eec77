package dev.lightfoot.store.span.journal;

import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanBytes;
import dev.lightfoot.store.span.SpanBytesReader;
import dev.lightfoot.store.span.TraceShape;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// One entry of the journal: a mark, the length and the CRC32C of what follows, then the kind and
/// how many spans had been accepted and dropped before it, so that the books can be balanced where
/// records before it are damaged.
final class JournalRecord {
  /// `LFJ` and the version of the format.
  static final int MARK = 0x4C464A01;

  /// Mark, length, checksum.
  static final int HEAD = 12;

  /// Kind, accepted before, dropped before.
  static final int FACTS = 17;

  /// A length beyond this is damage.
  static final int LONGEST = 1 << 30;

  static final byte SPANS = 1;
  static final byte DROP = 2;

  private static final int FACTS_AT = HEAD;
  private static final int SPAN_BYTES = 400;

  private final SpanBytes bytes;
  private final int spans;
  private final String[] traces;
  private final int[] offsets;

  private JournalRecord(SpanBytes bytes, int spans, String[] traces, int[] offsets) {
    this.bytes = bytes;
    this.spans = spans;
    this.traces = traces;
    this.offsets = offsets;
  }

  /// A batch of spans.
  static JournalRecord ofSpans(List<Span> batch) {
    SpanBytes bytes = head(SPANS, 64 + batch.size() * SPAN_BYTES);
    bytes.putInt(batch.size());
    String[] traces = new String[batch.size()];
    int[] offsets = new int[batch.size()];
    for (int i = 0; i < traces.length; i++) {
      traces[i] = TraceShape.idOf(batch.get(i));
      offsets[i] = bytes.size();
      bytes.putInt(0);
      bytes.putSpan(batch.get(i));
      bytes.setInt(offsets[i], bytes.size() - offsets[i] - 4);
    }
    return new JournalRecord(bytes, batch.size(), traces, offsets);
  }

  /// Says that the traces that began in a segment are dropped, and with them what they have in
  /// later ones.
  static JournalRecord ofDrop(Drop drop) {
    SpanBytes bytes = head(DROP, 64 + 40 * drop.elsewhere().size());
    bytes.putInt(drop.segment());
    bytes.putLong(drop.dropped());
    bytes.putInt(drop.elsewhere().size());
    drop.elsewhere().forEach(bytes::putText);
    return new JournalRecord(bytes, 0, new String[0], new int[0]);
  }

  /// What a record of that kind says.
  ///
  /// @param segment whose traces are dropped
  /// @param dropped how many spans they had
  /// @param elsewhere ids of those that have spans in later segments
  record Drop(int segment, long dropped, List<String> elsewhere) {
    /// @param record whole
    static Drop read(byte[] record) {
      SpanBytesReader reader = new SpanBytesReader(new TextCache()).from(record, HEAD + FACTS);
      int segment = reader.readInt();
      long dropped = reader.readLong();
      int count = reader.readInt();
      List<String> elsewhere = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        elsewhere.add(reader.readText());
      }
      return new Drop(segment, dropped, elsewhere);
    }
  }

  private static SpanBytes head(byte kind, int expected) {
    SpanBytes bytes = new SpanBytes(expected);
    bytes.putInt(MARK);
    bytes.putInt(0);
    bytes.putInt(0);
    bytes.putByte(kind);
    bytes.putLong(0);
    bytes.putLong(0);
    return bytes;
  }

  /// Fills in what is known only when its turn has come.
  void seal(long acceptedBefore, long droppedBefore) {
    bytes.setLong(FACTS_AT + 1, acceptedBefore);
    bytes.setLong(FACTS_AT + 9, droppedBefore);
    bytes.setInt(4, bytes.size() - HEAD);
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), HEAD, bytes.size() - HEAD);
    bytes.setInt(8, (int) crc.getValue());
  }

  int size() {
    return bytes.size();
  }

  byte[] array() {
    return bytes.array();
  }

  int spans() {
    return spans;
  }

  /// The trace of each span.
  String trace(int span) {
    return traces[span];
  }

  /// Where each span begins, with its length, from the record's start.
  int offset(int span) {
    return offsets[span];
  }
}
