package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.NUMBER;
import static dev.lightfoot.shape.snapshot.Kinds.STATEMENT;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.label;

import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Member;
import dev.lightfoot.shape.Members;
import dev.lightfoot.shape.Missing;
import dev.lightfoot.shape.Redaction;
import dev.lightfoot.shape.Shape;
import dev.lightfoot.shape.Values;
import java.util.List;
import java.util.OptionalLong;

/// What a server recorded.
public final class SpanShape {
  private SpanShape() {}

  private static final Kind<Attributes> ATTRIBUTES =
      Kind.texts()
          .as(map -> Attributes.of(map), Attributes::toMap)
          .promise(
              "description", "Names after OpenTelemetry's semantic conventions; values as text.")
          .cleaned(Redaction::attributes);

  private static final Shape<SpanStatus> STATUS =
      Shape.of(
          "status",
          "How the operation ended.",
          members -> {
            var code =
                members.required(
                    "code",
                    label(
                        SpanStatus.Code.class,
                        SpanStatus.Code::label,
                        "unset, ok or error is expected"),
                    SpanStatus::code);
            var message = members.usual("message", FREE_TEXT, SpanStatus::message, "");
            return values -> new SpanStatus(values.get(code), values.get(message));
          });

  private static final Shape<SpanEvent> EVENT =
      Shape.of(
          "event",
          "Something that happened at one instant within the span.",
          members -> {
            var at = members.required("atUnixNanos", NUMBER, SpanEvent::atUnixNanos);
            var name = members.required("name", FREE_TEXT, SpanEvent::name);
            var attributes =
                members.usual("attributes", ATTRIBUTES, SpanEvent::attributes, Attributes.NONE);
            return values ->
                new SpanEvent(values.get(at), values.get(name), values.get(attributes));
          });

  private static final Shape<SpanLink> LINK =
      Shape.of(
          "link",
          "A span that caused this one without waiting for it.",
          members -> {
            var traceId = members.required("traceId", WORD, SpanLink::traceId);
            var spanId = members.required("spanId", WORD, SpanLink::spanId);
            return values -> new SpanLink(values.get(traceId), values.get(spanId));
          });

  /// A span.
  public static final Shape<Span> SPAN =
      Shape.of(
          "span",
          "One timed operation that a server recorded (OpenTelemetry span), or one entry of its"
              + " log. Its time is an interval (startUnixNanos, durationNanos), an instant"
              + " (atUnixNanos) or a duration alone (durationNanos).",
          members -> {
            var traceId = members.orNull("traceId", WORD, Span::traceId);
            var spanId = members.required("spanId", WORD, Span::spanId);
            var parentSpanId = members.orNull("parentSpanId", WORD, Span::parentSpanId);
            var name = members.required("name", STATEMENT, Span::name);
            var layer =
                members.required(
                    "layer",
                    label(Layer.class, Layer::label, "the name of a layer is expected"),
                    Span::layer);
            var kind =
                members.required(
                    "kind",
                    label(
                        SpanKind.class, SpanKind::label, "a span kind is expected, such as server"),
                    Span::kind);
            Time time = Time.declare(members);
            var status = members.implied("status", STATUS.part(), Span::status, SpanStatus.UNSET);
            var attributes =
                members.usual("attributes", ATTRIBUTES, Span::attributes, Attributes.NONE);
            var events = members.implied("events", EVENT.part().list(), Span::events, List.of());
            var links = members.implied("links", LINK.part().list(), Span::links, List.of());
            return values ->
                new Span(
                    values.get(traceId),
                    values.get(spanId),
                    values.get(parentSpanId),
                    values.get(name),
                    values.get(layer),
                    values.get(kind),
                    time.of(values),
                    values.get(status),
                    values.get(attributes),
                    values.get(events),
                    values.get(links));
          });

  /// The members that make up the time of a span.
  private record Time(
      Member<Span, OptionalLong> start,
      Member<Span, OptionalLong> at,
      Member<Span, OptionalLong> duration,
      Member<Span, Long> resolution) {

    static Time declare(Members<Span> members) {
      return new Time(
          members.longIfAny("startUnixNanos", NUMBER, span -> span.time().start()),
          members.longIfAny("atUnixNanos", NUMBER, span -> instant(span.time())),
          members.longIfAny("durationNanos", NANOS, span -> span.time().duration()),
          members
              .implied("resolutionNanos", NANOS, span -> span.time().resolutionNanos(), 0L)
              .says("The step in which the source counts time."));
    }

    private static OptionalLong instant(SpanTime time) {
      return time.known() == SpanTime.Known.INSTANT
          ? OptionalLong.of(time.atUnixNanos())
          : OptionalLong.empty();
    }

    SpanTime of(Values<Span> values) throws Missing {
      long step = values.get(resolution);
      OptionalLong from = values.get(start);
      OptionalLong instant = values.get(at);
      if (from.isEmpty() && instant.isPresent()) {
        return SpanTime.instant(instant.getAsLong(), step);
      }
      long lasted = values.need(duration).orElseThrow();
      return from.isPresent()
          ? SpanTime.of(from.getAsLong(), lasted, step)
          : SpanTime.lasting(lasted, step);
    }
  }
}
