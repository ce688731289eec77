package dev.lightfoot.codec.rails;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.sql.SqlSpan;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.codec.text.SpanIds;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes spans of requests and, within them, of queries and rendering.
final class RailsSpans {
  static final String CLOCK = "rails";
  private static final long MILLI = 1_000_000;
  private static final long TENTH = 100_000;
  private static final int SERVER_ERROR = 500;

  private final String format;
  private final Reading into;
  private final SpanIds ids = new SpanIds();

  RailsSpans(String format, Reading into) {
    this.format = format;
    this.into = into;
  }

  String id(String... facts) {
    return ids.of(facts);
  }

  /// A query; rounded to a tenth of a millisecond, as Rails writes it.
  void query(RailsQuery query, String parent, OptionalLong end, String place) {
    OptionalLong nanos = Decimal.nanos(query.millis(), MILLI);
    if (nanos.isEmpty()) {
      into.skipped(place, "its duration is not a number");
      return;
    }
    SqlSpan span =
        new SqlSpan(format, "other_sql", query.sql())
            .put("lightfoot.rails.name", query.name())
            .put("lightfoot.cached", query.cached() ? "true" : "")
            .put(AttributeNames.CLOCK, CLOCK);
    SpanTime time =
        end.isPresent()
            ? SpanTime.ending(end.getAsLong(), nanos.getAsLong(), TENTH)
            : SpanTime.lasting(nanos.getAsLong(), TENTH);
    String id = ids.of(CLOCK, parent, query.millis(), query.sql(), Long.toString(end.orElse(0)));
    into.span(within(span.at(time, id, SpanKind.CLIENT), parent));
  }

  /// What one request was and how long it took.
  void request(String id, Attributes.Builder attributes, SpanTime time, Optional<Completed> done) {
    Attributes all =
        attributes.put(AttributeNames.FORMAT, format).put(AttributeNames.CLOCK, CLOCK).build();
    String name =
        all.get(AttributeNames.METHOD).orElse("")
            + ' '
            + all.get(AttributeNames.ROUTE).or(() -> all.get(AttributeNames.PATH)).orElse("");
    Span span = Span.of(id, name.strip(), Layer.APP, SpanKind.SERVER, time).with(all);
    boolean failed = all.number(AttributeNames.STATUS).orElse(0) >= SERVER_ERROR;
    into.span(failed ? span.with(SpanStatus.error("")) : span);
    done.ifPresent(completed -> part("Views", Layer.TEMPLATE, completed.views(), id));
  }

  /// A part of a request whose duration alone is known.
  void part(String name, Layer layer, String millis, String parent) {
    OptionalLong nanos = Decimal.nanos(millis, MILLI);
    if (nanos.isPresent()) {
      SpanTime time = SpanTime.lasting(nanos.getAsLong(), TENTH);
      Attributes attributes =
          Attributes.of(AttributeNames.FORMAT, format, AttributeNames.CLOCK, CLOCK);
      SpanKind kind = layer == Layer.DATABASE ? SpanKind.CLIENT : SpanKind.INTERNAL;
      Span span = Span.of(ids.of(CLOCK, parent, name), name, layer, kind, time);
      into.span(within(span.with(attributes), parent));
    }
  }

  private static Span within(Span span, String parent) {
    if (parent.isEmpty() || span.parentSpanId().isPresent()) {
      return span;
    }
    return new Span(
        span.traceId(),
        span.spanId(),
        Optional.of(parent),
        span.name(),
        span.layer(),
        span.kind(),
        span.time(),
        span.status(),
        span.attributes(),
        span.events(),
        span.links());
  }
}
