package dev.lightfoot.analysis.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Traces of which more spans may come. Bounded: when there are too many spans, the trace that was
/// longest without a new one counts as complete.
final class OpenTraces {
  /// Spans that wait for others of their traces: about 20 MB.
  static final int MAX_SPANS = 200_000;

  private final int limit;
  private final Consumer<List<TracePart>> complete;
  private final LinkedHashMap<String, List<TracePart>> open = new LinkedHashMap<>(16, 0.75f, true);
  private int spans;
  private String newest = "";
  private List<TracePart> parts = new ArrayList<>();

  OpenTraces(int limit, Consumer<List<TracePart>> complete) {
    this.limit = limit;
    this.complete = complete;
  }

  void add(String trace, TracePart part) {
    if (!newest.equals(trace)) {
      newest = trace;
      parts = open.computeIfAbsent(trace, _ -> new ArrayList<>());
    }
    parts.add(part);
    spans++;
    if (spans > limit) {
      Iterator<Map.Entry<String, List<TracePart>>> oldest = open.entrySet().iterator();
      List<TracePart> done = oldest.next().getValue();
      oldest.remove();
      spans -= done.size();
      newest = "";
      complete.accept(done);
    }
  }

  /// Those that are not complete.
  Collection<List<TracePart>> open() {
    return open.values();
  }
}
