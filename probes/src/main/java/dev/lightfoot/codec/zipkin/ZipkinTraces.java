package dev.lightfoot.codec.zipkin;

import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Recorder;
import dev.lightfoot.codec.semconv.SpanDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings together the spans of a trace whose id some services know with 128 bits and some with the
/// lower 64 only: keeps spans back until the longer id can have come.
final class ZipkinTraces {
  private static final int MOST_WAITING = 20_000;
  private static final String NO_HIGH = "0000000000000000";

  private final Delivery delivery;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, String> long128 = new HashMap<>();

  private record Waiting(SpanDraft draft, String trace, String place) {}

  ZipkinTraces(Delivery delivery) {
    this.delivery = delivery;
  }

  /// Takes a span; the draft is kept.
  ///
  /// @param trace its trace's id in 32 digits; empty where it is not valid
  void add(SpanDraft draft, String trace, String place) {
    if (waiting.size() >= MOST_WAITING) {
      flush();
    }
    if (!trace.isEmpty() && !trace.startsWith(NO_HIGH)) {
      if (long128.size() >= MOST_WAITING) {
        long128.clear();
      }
      long128.put(trace.substring(16), trace);
    }
    waiting.add(new Waiting(draft, trace, place));
  }

  /// Hands on what waits.
  void flush() {
    for (Waiting span : waiting) {
      String trace =
          span.trace.startsWith(NO_HIGH)
              ? long128.getOrDefault(span.trace.substring(16), span.trace)
              : span.trace;
      span.draft.traceId(trace);
      delivery.span(span.draft, Recorder.UNKNOWN, () -> span.place);
    }
    waiting.clear();
  }
}
