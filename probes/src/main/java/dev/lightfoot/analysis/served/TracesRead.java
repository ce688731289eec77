package dev.lightfoot.analysis.served;

import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The requests of all traces and logs: of many spans read by two threads, each half of them, for
/// it is asked once in a process and most of the time is spent before anything is compiled. What
/// comes out is the same.
///
/// @param requests trace by trace, then those of logs that know of none
/// @param unscoped calls of which no record says whose they are
record TracesRead(List<ServedRequest> requests, List<Span> unscoped) {
  /// Below, a second thread brings nothing.
  private static final int MANY = 5_000;

  static TracesRead of(ServedSpans spans) {
    List<List<Span>> traces = List.copyOf(spans.traces());
    int half = spans.size() < MANY ? 0 : half(traces, spans.size());
    RequestReader first = new RequestReader(0);
    // no request has more calls than spans
    RequestReader second = new RequestReader(size(traces.subList(0, half)));
    CompletableFuture<Void> meanwhile =
        half == 0
            ? CompletableFuture.completedFuture(null)
            : CompletableFuture.runAsync(() -> traces.subList(0, half).forEach(first::trace));
    traces.subList(half, traces.size()).forEach(second::trace);
    second.untraced(spans.untraced());
    meanwhile.join();
    List<ServedRequest> requests = new ArrayList<>(first.requests());
    requests.addAll(second.requests());
    return new TracesRead(List.copyOf(requests), List.copyOf(second.unscoped()));
  }

  /// How many traces hold half of all spans.
  private static int half(List<List<Span>> traces, int spans) {
    int count = 0;
    int held = 0;
    while (count < traces.size() && 2 * (held + traces.get(count).size()) <= spans) {
      held += traces.get(count++).size();
    }
    return count;
  }

  private static int size(List<List<Span>> traces) {
    int size = 0;
    for (List<Span> trace : traces) {
      size += trace.size();
    }
    return size;
  }
}
