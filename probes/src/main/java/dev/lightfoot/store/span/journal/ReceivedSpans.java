package dev.lightfoot.store.span.journal;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.store.span.SpanBytesReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Reads the spans in a store's folder in the order in which they came. Nothing is changed and no
/// writer is held up, so that a store that another program has open can be read, too: what it
/// accepts meanwhile may be missing.
public final class ReceivedSpans {
  /// What is said of them among logs.
  public static final LogFormat FORMAT =
      new LogFormat(
          "lightfoot-spans", "received spans", LogFormat.Stamp.BOTH, 1, true, Optional.empty());

  private final Segments segments;
  private final Reading reading;

  /// Where traces that were dropped end, by their ids: what came for them later is kept.
  private final Map<String, Long> droppedUntil = new HashMap<>();

  /// How far each segment was read.
  private final Map<Integer, Long> readUntil = new HashMap<>();

  private final SpanBytesReader bytes = new SpanBytesReader(new TextCache());

  ReceivedSpans(Segments segments, Reading reading) {
    this.segments = segments;
    this.reading = reading;
  }

  /// Gives the spans in that folder, in the calling thread, until the reading wants no more.
  public static void read(Path folder, Reading reading) throws IOException {
    Segments segments = new Segments(folder);
    ReceivedSpans spans = new ReceivedSpans(segments, reading);
    SortedMap<Integer, Long> present = segments.present();
    spans.noteDropped(present);
    spans.readOn(present);
  }

  /// Finds out which spans lie there though their traces were dropped.
  void noteDropped(SortedMap<Integer, Long> sizes) throws IOException {
    for (Map.Entry<Integer, Long> segment : sizes.entrySet()) {
      scan(
          segment.getKey(),
          0,
          segment.getValue(),
          (at, record) -> noteDropped(Journal.place(segment.getKey(), at), record));
    }
  }

  /// Gives what lies behind what was given before.
  ///
  /// @param sizes where each segment ends for now
  void readOn(SortedMap<Integer, Long> sizes) throws IOException {
    for (Map.Entry<Integer, Long> segment : sizes.entrySet()) {
      long from = readUntil.getOrDefault(segment.getKey(), 0L);
      if (from < segment.getValue() && !reading.cancelled()) {
        scan(
            segment.getKey(),
            from,
            segment.getValue(),
            (at, record) -> take(Journal.place(segment.getKey(), at), record));
        readUntil.put(segment.getKey(), segment.getValue());
      }
    }
  }

  /// A segment that is gone by now was dropped meanwhile.
  private void scan(int segment, long from, long to, SegmentScan.Visitor visitor)
      throws IOException {
    try {
      SegmentScan.scan(segments.file(segment), from, to, visitor);
    } catch (FileNotFoundException e) {
      // Its traces are no longer kept.
    }
  }

  private void noteDropped(long place, byte[] record) {
    if (record[JournalRecord.HEAD] == JournalRecord.DROP) {
      JournalRecord.Drop.read(record).elsewhere().forEach(id -> droppedUntil.put(id, place));
    }
  }

  private void take(long place, byte[] record) {
    if (record[JournalRecord.HEAD] != JournalRecord.SPANS || reading.cancelled()) {
      return;
    }
    int offset = JournalRecord.HEAD + JournalRecord.FACTS;
    int count = bytes.from(record, offset).readInt();
    offset += Integer.BYTES;
    for (int i = 0; i < count; i++) {
      int length = bytes.from(record, offset).readInt();
      int at = offset + Integer.BYTES;
      String trace = bytes.from(record, at).readTraceId();
      if (droppedUntil.getOrDefault(trace, -1L) < place) {
        reading.span(bytes.from(record, at).readSpan());
      }
      offset = at + length;
    }
  }
}
