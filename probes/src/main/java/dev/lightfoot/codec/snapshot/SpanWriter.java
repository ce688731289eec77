package dev.lightfoot.codec.snapshot;

import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanEvent;
import dev.lightfoot.model.SpanLink;
import dev.lightfoot.model.SpanStatus;
import dev.lightfoot.model.SpanTime;
import java.util.Optional;

/// Writes what a server recorded.
final class SpanWriter {
  private final JsonSink out;

  SpanWriter(JsonSink out) {
    this.out = out;
  }

  void write(Span span) {
    out.text("traceId", span.traceId());
    out.text("spanId", span.spanId());
    out.text("parentSpanId", span.parentSpanId());
    out.text("name", span.name());
    out.text("layer", span.layer().label());
    out.text("kind", span.kind().label());
    time(span.time());
    if (!span.status().equals(SpanStatus.UNSET)) {
      out.object("status", Optional.of(span.status()), this::status);
    }
    attributes(span.attributes());
    if (!span.events().isEmpty()) {
      out.objects("events", span.events(), this::event);
    }
    if (!span.links().isEmpty()) {
      out.objects("links", span.links(), this::link);
    }
  }

  private void time(SpanTime time) {
    out.number("startUnixNanos", time.start());
    if (time.known() == SpanTime.Known.INSTANT) {
      out.number("atUnixNanos", time.atUnixNanos());
    }
    out.number("durationNanos", time.duration());
    if (time.resolutionNanos() != 0) {
      out.number("resolutionNanos", time.resolutionNanos());
    }
  }

  private void status(SpanStatus status) {
    out.text("code", status.code().label());
    out.text("message", status.message());
  }

  private void attributes(Attributes attributes) {
    out.object("attributes", () -> attributes.toMap().forEach((k, v) -> out.text(k, v)));
  }

  private void event(SpanEvent event) {
    out.number("atUnixNanos", event.atUnixNanos());
    out.text("name", event.name());
    attributes(event.attributes());
  }

  private void link(SpanLink link) {
    out.text("traceId", link.traceId());
    out.text("spanId", link.spanId());
  }
}
