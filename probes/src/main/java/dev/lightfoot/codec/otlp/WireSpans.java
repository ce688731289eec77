package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.semconv.Ids;
import dev.lightfoot.codec.semconv.Notes;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanLink;

/// Reads one span's message.
final class WireSpans {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;

  private final WireFormat wire;
  private final WireValue values;
  private final TextCache texts;
  private final Notes notes;
  private final AttributeList more = new AttributeList();

  WireSpans(WireFormat wire, WireValue values, TextCache texts, Notes notes) {
    this.wire = wire;
    this.values = values;
    this.texts = texts;
    this.notes = notes;
  }

  /// What the wire has been narrowed to.
  void read(SpanDraft into) throws MalformedOtlpException {
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case 1 -> into.traceId(texts.of(id(TRACE_BYTES)));
        case 2 -> into.spanId(id(SPAN_BYTES));
        case 3 -> into.traceState(values.text());
        case 4 -> parent(into);
        case 5 -> into.name(values.text());
        case 6 -> into.kind(Enums.kind(values.varint()));
        case 7 -> into.clock().start(nanos(into));
        case 8 -> into.clock().end(nanos(into));
        case 9 -> values.attribute(into::put);
        case 10 -> into.dropped("attributes", values.varint());
        case 11 -> event(into);
        case 12 -> into.dropped("events", values.varint());
        case 13 -> link(into);
        case 14 -> into.dropped("links", values.varint());
        case 15 -> status(into);
        case 16 -> into.flags(values.fixed32());
        default -> wire.skip();
      }
    }
    if (values.tooDeep()) {
      into.reject("A value in it is nested more than " + JsonSource.MAX_DEPTH + " deep.");
    }
  }

  private String id(int count) throws MalformedOtlpException {
    int length = values.bytes();
    String id = Ids.ofBytes(wire.bytes(), wire.at(), length, count);
    wire.pass(length);
    return id;
  }

  private void parent(SpanDraft into) throws MalformedOtlpException {
    int length = values.bytes();
    if (length != 0 && length != SPAN_BYTES) {
      into.reject("Its parent's span id has " + length + " bytes.");
    }
    into.parentId(Ids.ofBytes(wire.bytes(), wire.at(), length, SPAN_BYTES));
    wire.pass(length);
  }

  private long nanos(SpanDraft into) throws MalformedOtlpException {
    long nanos = values.fixed64();
    if (nanos < 0) {
      into.reject("Its start or end is not between 1970 and 2262.");
    }
    return Math.max(nanos, 0);
  }

  private void event(SpanDraft into) throws MalformedOtlpException {
    int outer = values.enter();
    long at = 0;
    String name = "";
    more.clear();
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case 1 -> at = nanos(into);
        case 2 -> name = values.text();
        case 3 -> values.attribute(more);
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    into.event(new SpanEvent(at, name, more.toAttributes()));
  }

  private void link(SpanDraft into) throws MalformedOtlpException {
    int outer = values.enter();
    String trace = "";
    String span = "";
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case 1 -> trace = id(TRACE_BYTES);
        case 2 -> span = id(SPAN_BYTES);
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    if (trace.isEmpty() || span.isEmpty()) {
      notes.count(Note.LINKS);
    } else {
      into.link(new SpanLink(trace, span));
    }
  }

  private void status(SpanDraft into) throws MalformedOtlpException {
    int outer = values.enter();
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case 2 -> into.message(values.text());
        case 3 -> into.status(Enums.code(values.varint()));
        default -> wire.skip();
      }
    }
    wire.leave(outer);
  }
}
