package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.semconv.Ids;
import dev.lightfoot.codec.semconv.Notes;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanLink;

/// Reads one span's object.
final class JsonSpans {
  private final JsonSource json;
  private final JsonValue values;
  private final Notes notes;
  private final AttributeList more = new AttributeList();

  JsonSpans(JsonSource json, JsonValue values, Notes notes) {
    this.json = json;
    this.values = values;
    this.notes = notes;
  }

  /// The present value, which is an object that has been entered.
  void read(SpanDraft into) {
    while (json.member()) {
      if (!member(into)) {
        json.skip();
      }
    }
    end(into);
  }

  /// Reads the present member where it is one of a span's.
  boolean member(SpanDraft into) {
    switch (json.name()) {
      case "traceId", "trace_id" -> into.traceId(json.texts().of(Ids.trace(json.text())));
      case "spanId", "span_id" -> into.spanId(Ids.span(json.text()));
      case "parentSpanId", "parent_span_id" -> parent(into);
      case "name" -> into.name(json.text());
      case "kind" -> into.kind(Enums.kind(json.text()));
      case "startTimeUnixNano", "start_time_unix_nano" -> into.clock().start(nanos(into));
      case "endTimeUnixNano", "end_time_unix_nano" -> into.clock().end(nanos(into));
      case "attributes" -> values.attributes(into::put);
      case "traceState", "trace_state" -> into.traceState(json.texts().of(json.text()));
      case "flags" -> into.flags(json.number());
      case "events" -> json.objects(() -> event(into));
      case "links" -> json.objects(() -> link(into));
      case "status" -> status(into);
      case "droppedAttributesCount", "dropped_attributes_count" -> dropped("attributes", into);
      case "droppedEventsCount", "dropped_events_count" -> dropped("events", into);
      case "droppedLinksCount", "dropped_links_count" -> dropped("links", into);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// All members of a span have been read.
  void end(SpanDraft into) {
    if (values.tooDeep()) {
      into.reject("A value in it is nested more than " + JsonSource.MAX_DEPTH + " deep.");
    }
  }

  private void parent(SpanDraft into) {
    String text = json.text();
    String id = Ids.span(text);
    into.parentId(id);
    if (id.isEmpty() && !text.isEmpty() && !text.chars().allMatch(c -> c == '0')) {
      into.reject("Its parent's span id is not valid: " + cut(text));
    }
  }

  private long nanos(SpanDraft into) {
    long nanos = json.number();
    if (nanos == JsonSource.NONE) {
      into.reject("Its start or end is not between 1970 and 2262.");
    } else if (nanos < 0) {
      into.reject("Its start or end lies before 1970.");
    }
    return Math.max(nanos, 0);
  }

  private void dropped(String what, SpanDraft into) {
    into.dropped(what, json.number());
  }

  private void status(SpanDraft into) {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      switch (json.name()) {
        case "code" -> into.status(Enums.code(json.text()));
        case "message" -> into.message(json.text());
        default -> json.skip();
      }
    }
  }

  private void event(SpanDraft into) {
    long at = 0;
    String name = "";
    more.clear();
    while (json.member()) {
      switch (json.name()) {
        case "timeUnixNano", "time_unix_nano" -> at = nanos(into);
        case "name" -> name = json.text();
        case "attributes" -> values.attributes(more);
        default -> json.skip();
      }
    }
    into.event(new SpanEvent(at, name, more.toAttributes()));
  }

  private void link(SpanDraft into) {
    String trace = "";
    String span = "";
    while (json.member()) {
      switch (json.name()) {
        case "traceId", "trace_id" -> trace = Ids.trace(json.text());
        case "spanId", "span_id" -> span = Ids.span(json.text());
        default -> json.skip();
      }
    }
    if (trace.isEmpty() || span.isEmpty()) {
      notes.count(Note.LINKS);
    } else {
      into.link(new SpanLink(trace, span));
    }
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
