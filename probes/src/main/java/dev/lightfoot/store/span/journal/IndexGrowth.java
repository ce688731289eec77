package dev.lightfoot.store.span.journal;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Makes rows of the index from spans in the journal.
final class IndexGrowth {
  private final Segments segments;

  IndexGrowth(Segments segments) {
    this.segments = segments;
  }

  /// Takes in what came of each trace, beside what the table has of it.
  void add(TraceTable into, Map<String, PendingSpans.Growth> traces) throws IOException {
    if (traces.isEmpty()) {
      return;
    }
    try (JournalReader reader = new JournalReader(segments)) {
      for (Map.Entry<String, PendingSpans.Growth> each : traces.entrySet()) {
        int before = into.find(TraceId.of(each.getKey()));
        List<Long> places = new ArrayList<>(each.getValue().places());
        int first = Journal.segment(places.getFirst());
        if (before >= 0) {
          first = into.firstSegment(before);
          places.addAll(into.places(before));
        }
        into.put(row(reader, each.getKey(), first, places));
      }
    }
  }

  /// What the index has of a trace, from its spans in the journal.
  private static TraceRow row(JournalReader reader, String id, int first, List<Long> places)
      throws IOException {
    places.sort(null);
    List<Span> spans = new ArrayList<>(places.size());
    for (long place : places) {
      spans.add(reader.read(place));
    }
    return TraceRow.of(TraceShape.of(id, spans), first, places);
  }

  /// Gives the traces with spans in that segment and in later ones, as they were at its end.
  void grownSince(TraceTable present, int segment, Consumer<TraceRow> until) throws IOException {
    BitSet grown = new BitSet();
    present.forEach(
        row ->
            grown.set(row, present.segment(row) > segment && present.firstSegment(row) <= segment));
    try (JournalReader reader = new JournalReader(segments)) {
      for (int row = grown.nextSetBit(0); row >= 0; row = grown.nextSetBit(row + 1)) {
        TraceRow whole = present.row(row);
        List<Long> places =
            new ArrayList<>(
                whole.places().stream().filter(at -> Journal.segment(at) <= segment).toList());
        if (!places.isEmpty() && Journal.segment(places.getLast()) == segment) {
          until.accept(row(reader, whole.id(), whole.firstSegment(), places));
        }
      }
    }
  }
}
