package dev.lightfoot.junit;

import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the requests of a test did, counted as everywhere ([RouteTable#trips]).
final class RecordedTrips {
  /// Kinds of calls that a failure names.
  static final int NAMED = 10;

  private static final int LONGEST_TEXT = 160;

  private final Collection<List<Span>> traces;

  RecordedTrips(List<Span> spans) {
    Map<String, List<Span>> byTrace = new LinkedHashMap<>();
    for (Span span : spans) {
      byTrace.computeIfAbsent(span.traceId().orElse(""), _ -> new ArrayList<>()).add(span);
    }
    traces = byTrace.values();
  }

  /// Requests that servers received.
  long requests() {
    return traces.stream()
        .flatMap(List::stream)
        .filter(span -> span.kind() == SpanKind.SERVER && span.layer().receives())
        .count();
  }

  long trips(Layer layer) {
    return traces.stream()
        .map(RouteTable::trips)
        .mapToLong(trips -> trips.containsKey(layer) ? trips.get(layer).trips() : 0)
        .sum();
  }

  /// The calls to that layer, those that were made most first.
  List<String> told(Layer layer) {
    Map<String, Long> calls =
        traces.stream()
            .flatMap(List::stream)
            .filter(span -> span.layer() == layer && span.kind() == SpanKind.CLIENT)
            .collect(
                Collectors.groupingBy(
                    RecordedTrips::text, Collectors.summingLong(it -> RoundTrips.of(it).trips())));
    return calls.entrySet().stream()
        .sorted(
            Comparator.comparing(Map.Entry<String, Long>::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(NAMED)
        .map(call -> "  " + call.getValue() + " x " + call.getKey())
        .toList();
  }

  private static String text(Span span) {
    String text = span.attributes().get(AttributeNames.DB_QUERY).orElse(span.name());
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }
}
