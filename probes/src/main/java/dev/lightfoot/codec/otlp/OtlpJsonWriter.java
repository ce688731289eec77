package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.semconv.Recorder;
import dev.lightfoot.codec.semconv.SpanClock;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanFlags;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.model.span.SpanTime.Known;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes spans as OTLP JSON, one request a line, so that every tool that reads OTLP reads them and
/// [OtlpJson] reads back equal spans. What OTLP has no place for (layer, resolution, times of which
/// only one is known) goes into attributes named `lightfoot.*`. Lone surrogates become `?`.
public final class OtlpJsonWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  /// Whole numbers among attributes, by name: others read them as numbers, too.
  private static final Set<String> NUMBERS =
      Set.of(
          AttributeNames.STATUS,
          AttributeNames.BODY_BYTES,
          AttributeNames.RESPONSE_BYTES,
          AttributeNames.SERVER_PORT,
          AttributeNames.PEER_PORT,
          AttributeNames.DB_ROWS,
          AttributeNames.DB_BATCH,
          AttributeNames.CODE_LINE,
          AttributeNames.PROCESS_ID,
          AttributeNames.CALLS);

  private OtlpJsonWriter() {}

  /// One line, its line feed included.
  public static byte[] line(List<Span> spans) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512 * spans.size() + 64);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("resourceSpans");
      for (int from = 0; from < spans.size(); ) {
        int to = sameService(spans, from);
        resourceSpans(spans.subList(from, to), json);
        from = to;
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static int sameService(List<Span> spans, int from) {
    String service = service(spans.get(from));
    int to = from + 1;
    while (to < spans.size() && service(spans.get(to)).equals(service)) {
      to++;
    }
    return to;
  }

  private static String service(Span span) {
    return span.attributes().get(AttributeNames.SERVICE_NAME).orElse("");
  }

  private static void resourceSpans(List<Span> spans, JsonGenerator json) {
    json.writeStartObject();
    json.writeObjectPropertyStart("resource");
    json.writeArrayPropertyStart("attributes");
    String service = service(spans.getFirst());
    if (!service.isEmpty()) {
      attribute(AttributeNames.SERVICE_NAME, service, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayPropertyStart("scopeSpans");
    json.writeStartObject();
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("name", Recorder.LIGHTFOOT);
    json.writeEndObject();
    json.writeArrayPropertyStart("spans");
    spans.forEach(span -> span(span, json));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void span(Span span, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("traceId", span.traceId().orElse(""));
    json.writeStringProperty("spanId", span.spanId());
    span.parentSpanId().ifPresent(parent -> json.writeStringProperty("parentSpanId", parent));
    context(span.attributes(), json);
    json.writeStringProperty("name", span.name());
    json.writeNumberProperty("kind", Enums.number(span.kind()));
    long start = span.time().atUnixNanos();
    json.writeStringProperty("startTimeUnixNano", Long.toString(start));
    json.writeStringProperty("endTimeUnixNano", Long.toString(start + span.time().durationNanos()));
    json.writeArrayPropertyStart("attributes");
    attribute(AttributeNames.LAYER, span.layer().label(), json);
    time(span.time(), json);
    span.attributes().forEach((name, value) -> unlessContext(name, value, json));
    json.writeEndArray();
    events(span.events(), json);
    links(span.links(), json);
    status(span.status(), json);
    json.writeEndObject();
  }

  /// What OTLP has members for.
  private static void context(Attributes attributes, JsonGenerator json) {
    attributes
        .get(AttributeNames.TRACE_STATE)
        .filter(state -> isContext(AttributeNames.TRACE_STATE, state))
        .ifPresent(state -> json.writeStringProperty("traceState", state));
    attributes
        .get(AttributeNames.SPAN_FLAGS)
        .filter(flags -> isContext(AttributeNames.SPAN_FLAGS, flags))
        .ifPresent(flags -> json.writeNumberProperty("flags", Long.parseLong(flags)));
  }

  private static void unlessContext(String name, String value, JsonGenerator json) {
    if (!isContext(name, value)) {
      attribute(name, value, json);
    }
  }

  private static boolean isContext(String name, String value) {
    return switch (name) {
      case AttributeNames.TRACE_STATE -> !value.isEmpty();
      case AttributeNames.SPAN_FLAGS ->
          isNumber(value) && SpanFlags.isWritten(Long.parseLong(value));
      default -> false;
    };
  }

  private static void time(SpanTime time, JsonGenerator json) {
    if (time.known() != Known.INTERVAL) {
      String known = time.known() == Known.INSTANT ? "instant" : "duration";
      attribute(SpanClock.KNOWN, known, json);
    }
    long end = time.atUnixNanos() + time.durationNanos();
    if (time.resolutionNanos() != SpanClock.resolution(time.atUnixNanos(), end)) {
      attribute(SpanClock.RESOLUTION, Long.toString(time.resolutionNanos()), json);
    }
  }

  private static void attributes(Attributes attributes, JsonGenerator json) {
    json.writeArrayPropertyStart("attributes");
    attributes.forEach((name, value) -> attribute(name, value, json));
    json.writeEndArray();
  }

  private static void attribute(String name, String value, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("key", name);
    json.writeObjectPropertyStart("value");
    boolean number = NUMBERS.contains(name) && isNumber(value);
    json.writeStringProperty(number ? "intValue" : "stringValue", value);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static boolean isNumber(String value) {
    return value.length() <= 18
        && !value.isEmpty()
        && value.chars().allMatch(c -> c >= '0' && c <= '9')
        && (value.charAt(0) != '0' || value.length() == 1);
  }

  private static void events(List<SpanEvent> events, JsonGenerator json) {
    if (events.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("events");
    for (SpanEvent event : events) {
      json.writeStartObject();
      json.writeStringProperty("timeUnixNano", Long.toString(event.atUnixNanos()));
      json.writeStringProperty("name", event.name());
      attributes(event.attributes(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void links(List<SpanLink> links, JsonGenerator json) {
    if (links.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("links");
    for (SpanLink link : links) {
      json.writeStartObject();
      json.writeStringProperty("traceId", link.traceId());
      json.writeStringProperty("spanId", link.spanId());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void status(SpanStatus status, JsonGenerator json) {
    json.writeObjectPropertyStart("status");
    if (status.code() != SpanStatus.Code.UNSET) {
      json.writeNumberProperty("code", status.code() == SpanStatus.Code.OK ? 1 : 2);
    }
    if (!status.message().isEmpty()) {
      json.writeStringProperty("message", status.message());
    }
    json.writeEndObject();
  }
}
