package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Recorder;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.model.span.AttributeNames;

/// A document that is one span, with nothing around it: a line of tools that write a span a line.
/// The member `service` names its recorder.
final class BareSpan {
  private final JsonSource json;
  private final JsonSpans spans;
  private final SpanDraft draft = new SpanDraft();
  private boolean identified;

  BareSpan(JsonSource json, JsonSpans spans) {
    this.json = json;
    this.spans = spans;
  }

  BareSpan clear() {
    draft.clear();
    identified = false;
    return this;
  }

  /// Reads the present member where it is one of a span's.
  boolean member() {
    switch (json.name()) {
      case "service", "serviceName", "service_name" -> {
        draft.putIfAbsent(AttributeNames.SERVICE_NAME, json.text());
        return true;
      }
      case "spanId", "span_id" -> identified = true;
      default -> {
        // A member of a span, or of something else.
      }
    }
    return spans.member(draft);
  }

  /// Hands it on where the document was one.
  boolean deliver(Delivery delivery, String before) {
    if (identified) {
      spans.end(draft);
      delivery.span(draft, Recorder.UNKNOWN, () -> before.strip());
    }
    return identified;
  }
}
