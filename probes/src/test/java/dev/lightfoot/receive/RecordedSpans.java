package dev.lightfoot.receive;

import dev.lightfoot.codec.semconv.SpanClock;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Notes what an SDK recorded, and says what Lightfoot should have of it. Written from the
/// specification, not from the readers.
final class RecordedSpans implements SpanProcessor {
  private final List<SpanData> ended = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    // Only what has ended is exported.
  }

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    ended.add(span.toSpanData());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  int size() {
    return ended.size();
  }

  /// All spans of that trace, by their start.
  List<Span> trace(String id) {
    synchronized (ended) {
      return ended.stream()
          .filter(span -> span.getTraceId().equals(id))
          .map(RecordedSpans::expected)
          .sorted(Comparator.comparingLong(span -> span.time().atUnixNanos()))
          .toList();
    }
  }

  private static Span expected(SpanData data) {
    long start = data.getStartEpochNanos();
    long end = data.getEndEpochNanos();
    return new Span(
        Optional.of(data.getTraceId()),
        data.getSpanId(),
        Optional.of(data.getParentSpanId()).filter(id -> !id.matches("0*")),
        data.getName(),
        layer(data),
        SpanKind.valueOf(data.getKind().name()),
        SpanTime.of(start, end - start, SpanClock.resolution(start, end)),
        new SpanStatus(
            SpanStatus.Code.valueOf(data.getStatus().getStatusCode().name()),
            data.getStatus().getDescription()),
        all(data),
        data.getEvents().stream()
            .map(
                event ->
                    new SpanEvent(
                        event.getEpochNanos(),
                        event.getName(),
                        put(Attributes.builder(), event.getAttributes()).build()))
            .toList(),
        data.getLinks().stream()
            .map(
                link ->
                    new SpanLink(
                        link.getSpanContext().getTraceId(), link.getSpanContext().getSpanId()))
            .toList());
  }

  private static Layer layer(SpanData data) {
    return switch (data.getKind()) {
      case CLIENT -> data.getName().equals("SELECT") ? Layer.DATABASE : Layer.EXTERNAL;
      default -> Layer.APP;
    };
  }

  private static Attributes all(SpanData data) {
    Attributes.Builder builder = Attributes.builder();
    put(builder, data.getResource().getAttributes());
    put(builder, data.getAttributes());
    return builder
        .put("otel.scope.name", data.getInstrumentationScopeInfo().getName())
        .put(AttributeNames.SPAN_FLAGS, flags(data))
        .put(AttributeNames.CLOCK, "shop")
        .put(AttributeNames.FORMAT, "otlp-protobuf")
        .build();
  }

  /// As OTLP writes them: those of W3C, that it says where the parent is, and that it is elsewhere.
  private static long flags(SpanData data) {
    long remote = data.getParentSpanContext().isRemote() ? 0x200 : 0;
    return data.getSpanContext().getTraceFlags().asByte() | 0x100 | remote;
  }

  private static Attributes.Builder put(
      Attributes.Builder into, io.opentelemetry.api.common.Attributes attributes) {
    attributes.forEach((key, value) -> into.put(key.getKey(), text(value)));
    return into;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(RecordedSpans::element).collect(Collectors.joining(",", "[", "]"))
        : value.toString();
  }

  private static String element(Object value) {
    return value instanceof String text
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : value.toString();
  }
}
