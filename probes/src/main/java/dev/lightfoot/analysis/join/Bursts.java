package dev.lightfoot.analysis.join;

import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Calls that one thread or session made without a pause: they were made for one request.
final class Bursts {
  /// A longer pause may lie between two requests.
  static final long PAUSE_NANOS = 20_000_000;

  private Bursts() {}

  /// Those of these spans, by recorder and start.
  static List<Entry> of(List<Span> spans, Function<Span, String> recorder) {
    Map<String, List<Span>> byRecorder = new LinkedHashMap<>();
    spans.stream()
        .sorted(Comparator.comparingLong(span -> span.time().atUnixNanos()))
        .forEach(
            span ->
                byRecorder.computeIfAbsent(recorder.apply(span), _ -> new ArrayList<>()).add(span));
    List<Entry> bursts = new ArrayList<>();
    byRecorder.forEach((name, own) -> split(name, own, bursts));
    return bursts;
  }

  private static void split(String recorder, List<Span> byStart, List<Entry> bursts) {
    List<Span> burst = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Span span : byStart) {
      if (!burst.isEmpty() && span.time().atUnixNanos() - end > PAUSE_NANOS) {
        bursts.add(Entry.of(recorder, burst));
        burst = new ArrayList<>();
      }
      burst.add(span);
      end = Math.max(end, Entry.end(span));
    }
    if (!burst.isEmpty()) {
      bursts.add(Entry.of(recorder, burst));
    }
  }
}
