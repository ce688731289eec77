package dev.lightfoot.codec.jaeger;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.semconv.Ids;
import dev.lightfoot.codec.semconv.Notes;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.codec.semconv.Tags;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanLink;
import java.util.function.BiConsumer;

/// Reads one span.
final class JaegerSpans {
  private static final long MICROSECOND = 1_000;

  /// The other flags of Jaeger (debug, firehose) are not those of W3C.
  private static final long SAMPLED = 1;

  private static final long LATEST = Long.MAX_VALUE / MICROSECOND;

  /// What the tool that wrote the file says of a span, such as that it moved it.
  private static final String WARNING = "lightfoot.warning";

  private final JsonSource json;
  private final Notes notes;
  private final AttributeList more = new AttributeList();

  private String trace = "";
  private String parent = "";
  private String oldParent = "";
  private String process = "";
  private long start;
  private long duration;

  JaegerSpans(JsonSource json, Notes notes) {
    this.json = json;
    this.notes = notes;
  }

  /// What has been entered: a span.
  ///
  /// @return the id of its process; empty where it is said in the span itself
  String read(SpanDraft into) {
    begin();
    while (json.member()) {
      member(into);
    }
    return end(into);
  }

  /// Forgets the span before.
  void begin() {
    trace = "";
    parent = "";
    oldParent = "";
    process = "";
    start = 0;
    duration = 0;
  }

  /// The span is whole.
  ///
  /// @return the id of its process; empty where it is said in the span itself
  String end(SpanDraft into) {
    into.traceId(json.texts().of(trace));
    into.parentId(parent.isEmpty() ? oldParent : parent);
    time(into);
    return process;
  }

  /// The present member of a span.
  void member(SpanDraft into) {
    switch (json.name()) {
      case "traceID" -> trace = Ids.shortTrace(json.text());
      case "spanID" -> into.spanId(Ids.shortSpan(json.text()));
      case "parentSpanID" -> oldParent = Ids.shortSpan(json.text());
      case "operationName" -> into.name(json.text());
      case "flags" -> into.flags(json.number() & SAMPLED);
      case "references" -> json.objects(() -> reference(into));
      case "startTime" -> start = json.number();
      case "duration" -> duration = json.number();
      case "tags" -> tags(json, (name, value) -> Tags.put(name, value, into));
      case "tag" -> members(json, (name, value) -> Tags.put(name, value, into));
      case "logs" -> json.objects(() -> log(into));
      case "warnings" -> warnings(into);
      case "processID" -> process = json.text();
      case "process" -> process(into);
      default -> json.skip();
    }
  }

  private void process(SpanDraft into) {
    if (json.object()) {
      more.clear();
      JaegerTraces.process(json, more);
      more.forEach(into::putIfAbsent);
    }
  }

  private void time(SpanDraft into) {
    into.clock().finest(MICROSECOND);
    if (start < 0 || start > LATEST || duration > LATEST - start || duration == JsonSource.NONE) {
      into.reject("Its start or duration is not a number of microseconds since 1970.");
      return;
    }
    into.clock().start(start * MICROSECOND);
    into.clock().end((start + duration) * MICROSECOND);
  }

  /// The first CHILD_OF within the trace is the parent; all others are links.
  private void reference(SpanDraft into) {
    String type = "";
    String ofTrace = "";
    String span = "";
    while (json.member()) {
      switch (json.name()) {
        case "refType" -> type = json.text();
        case "traceID" -> ofTrace = Ids.shortTrace(json.text());
        case "spanID" -> span = Ids.shortSpan(json.text());
        default -> json.skip();
      }
    }
    boolean within = ofTrace.isEmpty() || trace.isEmpty() || ofTrace.equals(trace);
    if (type.equals("CHILD_OF") && within && parent.isEmpty()) {
      parent = span;
    } else if (ofTrace.isEmpty() || span.isEmpty()) {
      notes.count(Note.LINKS);
    } else {
      into.link(new SpanLink(ofTrace, span));
    }
  }

  /// The present list of `{"key", "type", "value"}`.
  static void tags(JsonSource json, BiConsumer<String, String> into) {
    json.pairs(json::anyText, into);
  }

  /// The tags of a span that lies in Elasticsearch, where they are set up as members of an object:
  /// a dot in a name is an `@` there.
  static void members(JsonSource json, BiConsumer<String, String> into) {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      String name = json.name().replace('@', '.');
      into.accept(name, json.anyText());
    }
  }

  private void log(SpanDraft into) {
    long at = 0;
    more.clear();
    while (json.member()) {
      switch (json.name()) {
        case "timestamp" -> at = json.number();
        case "fields" -> tags(json, more::put);
        default -> json.skip();
      }
    }
    if (at > 0 && at <= LATEST) {
      String event = more.take("event");
      String name = event == null ? more.take("message") : event;
      into.event(new SpanEvent(at * MICROSECOND, name == null ? "" : name, more.toAttributes()));
    }
  }

  private void warnings(SpanDraft into) {
    if (!json.array()) {
      return;
    }
    StringBuilder all = new StringBuilder();
    while (json.element()) {
      String text = json.text();
      if (!text.isEmpty()) {
        all.append(all.isEmpty() ? "" : "; ").append(text);
      }
    }
    if (!all.isEmpty()) {
      into.put(WARNING, all.toString());
      notes.count(Note.WARNED);
    }
  }
}
