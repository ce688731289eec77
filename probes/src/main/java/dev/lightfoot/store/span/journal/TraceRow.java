package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.span.SpanBytes;
import dev.lightfoot.store.span.Terms;
import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceShape;
import dev.lightfoot.store.span.TraceSummary;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// What the index knows of a trace.
///
/// @param id as the spans name it
/// @param firstSegment in which its first span lies
/// @param accepted how many spans came for it, repeated ones counted each time
/// @param summary what a list shows
/// @param root the term of the name of its root
/// @param terms what it can be found by
/// @param places of its spans in the journal, sorted
record TraceRow(
    String id,
    int firstSegment,
    int accepted,
    TraceSummary summary,
    String root,
    Set<String> terms,
    List<Long> places) {
  /// Of the spans at those places.
  static TraceRow of(TraceShape shape, int firstSegment, List<Long> places) {
    return new TraceRow(
        shape.id(),
        firstSegment,
        places.size(),
        shape.summary(),
        Terms.name(shape.root()),
        Terms.of(shape.spans()),
        places);
  }

  int lastSegment() {
    return Journal.segment(places.getLast());
  }

  /// As an index file keeps it, beside what stands in columns.
  void write(SpanBytes into, IndexDictionary dictionary) {
    boolean hex = TraceId.isHex(id);
    into.putByte(hex ? 0 : 1);
    if (!hex) {
      into.putText(id);
    }
    into.putVarint(accepted);
    into.putVarint(summary.errors());
    into.putVarint(summary.spans());
    into.putVarint(
        summary.status().isPresent() ? 1 + (summary.status().getAsInt() & 0xFFFF_FFFFL) : 0);
    into.putVarint(dictionary.number(root));
    into.putVarint(terms.size());
    terms.forEach(term -> into.putVarint(dictionary.number(term)));
    into.putVarint(places.size());
    long before = 0;
    for (long place : places) {
      into.putVarint(place - before);
      before = place;
    }
  }

  static OptionalInt status(long written) {
    return written == 0 ? OptionalInt.empty() : OptionalInt.of((int) (written - 1));
  }
}
