package dev.lightfoot.codec.sql;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.model.span.TraceParent;
import java.util.Map;
import java.util.Optional;

/// Makes a span of a statement: its text without the application's comment, its verb and table, and
/// the place in a trace that the comment names.
public final class SqlSpan {
  private static final Map<String, String> NAMES =
      Map.of(
          "route",
          AttributeNames.ROUTE,
          "service.name",
          "sqlcommenter.service",
          "tracestate",
          AttributeNames.TRACE_STATE);

  private final SqlComment parts;
  private final SqlText text;
  private final Attributes.Builder attributes = Attributes.builder();

  /// Of one statement.
  ///
  /// @param format for [AttributeNames#FORMAT]
  /// @param system for [AttributeNames#DB_SYSTEM]
  /// @param sql as logged; empty where it is not known
  public SqlSpan(String format, String system, String sql) {
    parts = SqlComment.split(sql);
    text = SqlText.of(parts.statement());
    attributes.add(AttributeNames.FORMAT, format).add(AttributeNames.DB_SYSTEM, system);
    put(AttributeNames.DB_QUERY, parts.statement());
    put(AttributeNames.DB_OPERATION, text.operation());
    text.table().ifPresent(table -> attributes.add(AttributeNames.DB_COLLECTION, table));
  }

  /// One more, unless it is empty.
  public SqlSpan put(String name, String value) {
    if (!value.isEmpty()) {
      attributes.put(name, value);
    }
    return this;
  }

  public SqlSpan put(String name, long value) {
    attributes.put(name, value);
    return this;
  }

  /// The span, in the trace that the comment names.
  public Span at(SpanTime time, String id, SpanKind kind) {
    parts.tags().forEach(this::tag);
    Span span = Span.of(id, text.summary(), Layer.DATABASE, kind, time).with(attributes.build());
    return Optional.ofNullable(parts.tags().get("traceparent"))
        .flatMap(TraceParent::parse)
        .map(trace -> span.inTrace(trace.traceId(), Optional.of(trace.parentId())))
        .orElse(span);
  }

  private void tag(String key, String value) {
    if (!key.equals("traceparent")) {
      put(NAMES.getOrDefault(key, "sqlcommenter." + key), value);
    }
  }
}
