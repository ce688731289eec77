package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.semconv.Recorder;
import dev.lightfoot.codec.semconv.SpanDraft;
import java.util.ArrayList;
import java.util.List;

/// Reads what is around spans: requests, Tempo's and Jaeger's wrappings of them, resources, scopes.
/// Members come in any order; spans that stand before what says whose they are wait for it.
final class JsonEnvelope {
  /// Spans that wait; more are handed on without.
  private static final int MOST_WAITING = 10_000;

  private final JsonSource json;
  private final JsonValue values;
  private final JsonSpans spans;
  private final Delivery delivery;
  private final String before;
  private final SpanDraft draft = new SpanDraft();
  private final BareSpan bareSpan;
  private final List<Waiting> waiting = new ArrayList<>();

  private AttributeList resource = new AttributeList();
  private boolean resourceKnown;
  private String scope = "";
  private boolean scopeKnown;
  private Recorder recorder = Recorder.UNKNOWN;
  private long early;

  private record Waiting(SpanDraft draft, String scope, String place) {}

  /// @param before what stands before the places that are reported, such as `line 12`
  JsonEnvelope(JsonSource json, Delivery delivery, String before) {
    this.json = json;
    this.values = new JsonValue(json);
    this.spans = new JsonSpans(json, values, delivery.notes());
    this.bareSpan = new BareSpan(json, spans);
    this.delivery = delivery;
    this.before = before;
  }

  /// Reads the present root value.
  ///
  /// @return whether it is a request of traces, logs or metrics
  boolean read() {
    if (json.isArray()) {
      boolean known = false;
      json.array();
      while (json.element()) {
        known |= request("", 0);
      }
      return known;
    }
    return request("", 0);
  }

  private boolean request(String place, int depth) {
    if (!json.object()) {
      return false;
    }
    boolean known = false;
    BareSpan bare = depth == 0 ? bareSpan.clear() : bareSpan;
    while (json.member()) {
      String name = json.name();
      switch (name) {
        case "resourceSpans", "resource_spans", "batches" -> {
          known = true;
          allResourceSpans(place + "/" + name);
        }
        case "resourceLogs", "resource_logs" -> known = other(Note.LOGS);
        case "resourceMetrics", "resource_metrics" -> known = other(Note.METRICS);
        case "trace", "result" -> {
          if (depth < 2) {
            known |= request(place + "/" + name, depth + 1);
          } else {
            json.skip();
          }
        }
        default -> {
          if (depth > 0 || !bare.member()) {
            json.skip();
          }
        }
      }
    }
    return (depth == 0 && bare.deliver(delivery, before)) || known;
  }

  private boolean other(Note note) {
    delivery.notes().count(note);
    json.skip();
    return true;
  }

  private void allResourceSpans(String place) {
    if (!json.isArray()) {
      notOf("an array", place);
      return;
    }
    json.array();
    for (int i = 0; json.element(); i++) {
      if (json.isObject()) {
        resourceSpans(place + "/" + i);
      } else {
        notOf("an object", place + "/" + i);
      }
    }
  }

  private void resourceSpans(String place) {
    resource = new AttributeList();
    resourceKnown = false;
    early = 0;
    json.object();
    while (json.member()) {
      String name = json.name();
      switch (name) {
        case "resource" -> resource();
        case "scopeSpans", "scope_spans", "instrumentationLibrarySpans" ->
            allScopeSpans(place + "/" + name);
        default -> json.skip();
      }
    }
    resourceKnown = true;
    release();
  }

  private void resource() {
    if (json.object()) {
      while (json.member()) {
        if (json.name().equals("attributes")) {
          values.attributes(resource);
        } else {
          json.skip();
        }
      }
    }
    resourceKnown = true;
    delivery.notes().count(Note.LATE_RECORDERS, early);
    early = 0;
    release();
  }

  private void allScopeSpans(String place) {
    if (!json.isArray()) {
      notOf("an array", place);
      return;
    }
    json.array();
    for (int i = 0; json.element(); i++) {
      if (json.isObject()) {
        scopeSpans(place + "/" + i);
      } else {
        notOf("an object", place + "/" + i);
      }
    }
  }

  private void scopeSpans(String place) {
    scope = "";
    scopeKnown = false;
    int first = waiting.size();
    json.object();
    while (json.member()) {
      String name = json.name();
      switch (name) {
        case "scope", "instrumentationLibrary", "instrumentation_library" -> scope(first);
        case "spans" -> allSpans(place + "/spans");
        default -> json.skip();
      }
    }
    scopeKnown = true;
    name(first);
  }

  private void scope(int first) {
    if (json.object()) {
      while (json.member()) {
        if (json.name().equals("name")) {
          scope = json.text();
        } else {
          json.skip();
        }
      }
    }
    scopeKnown = true;
    name(first);
  }

  /// Gives the waiting spans of this scope its name.
  private void name(int first) {
    recorder = Recorder.of(resource, scope);
    for (int i = first; i < waiting.size(); i++) {
      Waiting span = waiting.get(i);
      waiting.set(i, new Waiting(span.draft, scope, span.place));
    }
    if (resourceKnown) {
      release();
    }
  }

  private void allSpans(String place) {
    if (!json.isArray()) {
      notOf("an array", place);
      return;
    }
    json.array();
    for (int i = 0; json.element(); i++) {
      if (!json.object()) {
        notOf("an object", place + "/" + i);
        continue;
      }
      int at = i;
      if (resourceKnown && scopeKnown) {
        spans.read(draft.clear());
        delivery.span(draft, recorder, () -> before + place + "/" + at);
      } else {
        hold(place + "/" + at);
      }
    }
  }

  private void hold(String place) {
    if (waiting.size() >= MOST_WAITING) {
      early += waiting.size();
      release();
    }
    SpanDraft held = new SpanDraft();
    spans.read(held);
    waiting.add(new Waiting(held, scope, place));
  }

  /// Hands on what waits, with what is known by now.
  private void release() {
    Recorder of = Recorder.UNKNOWN;
    String last = "";
    for (Waiting span : waiting) {
      if (of == Recorder.UNKNOWN || !span.scope.equals(last)) {
        last = span.scope;
        of = Recorder.of(resource, last);
      }
      delivery.span(span.draft, of, () -> before + span.place);
    }
    waiting.clear();
  }

  private void notOf(String expected, String place) {
    if (!json.isNull()) {
      delivery.skipped(before + place, "It should be " + expected + ".");
    }
    json.skip();
  }
}
