package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanEvent;
import dev.lightfoot.model.SpanKind;
import dev.lightfoot.model.SpanLink;
import dev.lightfoot.model.SpanStatus;
import dev.lightfoot.model.SpanTime;
import java.util.Map;

/// Reads what a server recorded.
final class SpanReader {
  private static final Value<String> TEXT = JsonSource::string;
  private static final Value<Long> NUMBER = JsonSource::integer;
  private static final Value<Attributes> ATTRIBUTES = in -> Attributes.of(in.map(TEXT));

  private static final Map<String, Value<?>> SPAN =
      Map.ofEntries(
          Map.entry("traceId", TEXT),
          Map.entry("spanId", TEXT),
          Map.entry("parentSpanId", TEXT),
          Map.entry("name", TEXT),
          Map.entry("layer", TEXT),
          Map.entry("kind", TEXT),
          Map.entry("startUnixNanos", NUMBER),
          Map.entry("atUnixNanos", NUMBER),
          Map.entry("durationNanos", NUMBER),
          Map.entry("resolutionNanos", NUMBER),
          Map.entry("status", SpanReader::status),
          Map.entry("attributes", ATTRIBUTES),
          Map.entry("events", in -> in.array(SpanReader::event)),
          Map.entry("links", in -> in.array(SpanReader::link)));

  private static final Map<String, Value<?>> STATUS = Map.of("code", TEXT, "message", TEXT);

  private static final Map<String, Value<?>> EVENT =
      Map.of("atUnixNanos", NUMBER, "name", TEXT, "attributes", ATTRIBUTES);

  private static final Map<String, Value<?>> LINK = Map.of("traceId", TEXT, "spanId", TEXT);

  private SpanReader() {}

  static Span read(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(SPAN);
    return new Span(
        members.optionalText("traceId"),
        members.text("spanId"),
        members.optionalText("parentSpanId"),
        members.text("name"),
        Layer.ofLabel(members.text("layer"))
            .orElseThrow(() -> members.invalid("layer", "the name of a layer is expected")),
        SpanKind.ofLabel(members.text("kind"))
            .orElseThrow(() -> members.invalid("kind", "a span kind is expected, such as server")),
        time(members),
        members.optional("status", SpanStatus.class).orElse(SpanStatus.UNSET),
        members.optional("attributes", Attributes.class).orElse(Attributes.NONE),
        members.list("events", SpanEvent.class),
        members.list("links", SpanLink.class));
  }

  private static SpanTime time(Members members) throws SnapshotFormatException {
    long resolution = members.nanosOrZero("resolutionNanos");
    if (members.has("startUnixNanos")) {
      return SpanTime.of(
          members.number("startUnixNanos"), members.nanos("durationNanos"), resolution);
    }
    return members.has("atUnixNanos")
        ? SpanTime.instant(members.number("atUnixNanos"), resolution)
        : SpanTime.lasting(members.nanos("durationNanos"), resolution);
  }

  private static SpanStatus status(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(STATUS);
    String label = members.text("code");
    for (SpanStatus.Code code : SpanStatus.Code.values()) {
      if (code.label().equals(label)) {
        return new SpanStatus(code, members.optionalText("message").orElse(""));
      }
    }
    throw members.invalid("code", "unset, ok or error is expected");
  }

  private static SpanEvent event(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(EVENT);
    return new SpanEvent(
        members.number("atUnixNanos"),
        members.text("name"),
        members.optional("attributes", Attributes.class).orElse(Attributes.NONE));
  }

  private static SpanLink link(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(LINK);
    return new SpanLink(members.text("traceId"), members.text("spanId"));
  }
}
