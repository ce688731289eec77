package dev.lightfoot.store.span.journal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Places of spans that are in the journal but not yet in the index, by trace. Of a span only its
/// place is held, so that a burst costs little memory.
final class PendingSpans {
  private Map<String, Growth> traces = new LinkedHashMap<>();
  private long spans;

  /// What came for one trace.
  static final class Growth {
    private final List<Long> places = new ArrayList<>(4);
    private long latestNanos;

    List<Long> places() {
      return places;
    }
  }

  synchronized void add(String trace, long place, long nowNanos) {
    Growth growth = traces.computeIfAbsent(trace, _ -> new Growth());
    growth.places.add(place);
    growth.latestNanos = nowNanos;
    spans++;
  }

  void add(JournalRecord record, long at) {
    long now = System.nanoTime();
    synchronized (this) {
      for (int i = 0; i < record.spans(); i++) {
        add(record.trace(i), at + record.offset(i), now);
      }
    }
  }

  synchronized long spans() {
    return spans;
  }

  /// Everything; there is nothing left then.
  synchronized Map<String, Growth> takeAll() {
    Map<String, Growth> taken = traces;
    traces = new LinkedHashMap<>();
    spans = 0;
    return taken;
  }

  /// Traces that nothing came for lately: they will probably not grow any more.
  synchronized Map<String, Growth> takeQuiet(long quietNanos, long nowNanos) {
    Map<String, Growth> taken = new LinkedHashMap<>();
    Iterator<Map.Entry<String, Growth>> all = traces.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Growth> each = all.next();
      if (nowNanos - each.getValue().latestNanos > quietNanos) {
        taken.put(each.getKey(), each.getValue());
        spans -= each.getValue().places.size();
        all.remove();
      }
    }
    return taken;
  }
}
