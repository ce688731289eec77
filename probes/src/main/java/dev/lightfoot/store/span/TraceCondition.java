package dev.lightfoot.store.span;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A filter as a condition on the table of traces: constant text and its parameters.
final class TraceCondition {
  private final List<String> parts = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  TraceCondition(TraceFilter filter) {
    filter.service().ifPresent(name -> andSpan("service = ?", name));
    filter.route().ifPresent(name -> andRequest("name = ?", name));
    filter.layer().ifPresent(layer -> andSpan("layer = ?", Codes.LAYERS.of(layer)));
    filter
        .outcome()
        .ifPresent(each -> and(each == TraceFilter.Outcome.FAILED ? "errors > 0" : "errors = 0"));
    filter
        .status()
        .ifPresent(range -> andRequest("status BETWEEN ? AND ?", range.from(), range.to()));
    filter.shortestNanos().ifPresent(nanos -> and("duration >= ?", nanos));
    filter.longestNanos().ifPresent(nanos -> and("duration <= ?", nanos));
    filter.fromUnixNanos().ifPresent(nanos -> and("began >= ?", nanos));
    filter.toUnixNanos().ifPresent(nanos -> and("began < ?", nanos));
    filter.attribute().map(SpanText::needle).ifPresent(this::andWords);
    filter.text().map(SpanText::needle).ifPresent(this::andWords);
  }

  private void andWords(String words) {
    andSpan("contains(words, ?)", words);
  }

  private void andSpan(String condition, Object... values) {
    and("no IN (SELECT trace FROM spans WHERE " + condition + ")", values);
  }

  private void andRequest(String condition, Object... values) {
    and("no IN (SELECT trace FROM requests WHERE " + condition + ")", values);
  }

  void and(String condition, Object... values) {
    parts.add(condition);
    Collections.addAll(parameters, values);
  }

  boolean isAll() {
    return parts.isEmpty();
  }

  String sql() {
    return isAll() ? "TRUE" : String.join(" AND ", parts);
  }

  List<Object> parameters() {
    return parameters;
  }
}
