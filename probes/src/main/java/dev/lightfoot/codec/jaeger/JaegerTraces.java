package dev.lightfoot.codec.jaeger;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.semconv.Recorder;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.model.span.AttributeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads documents and traces. Who recorded the spans of a trace is said after them: they wait.
/// Where Jaeger keeps its spans in Elasticsearch, each is a document of its own, bare or as what
/// was found (`_source`).
final class JaegerTraces {
  private static final int MOST_WAITING = 500_000;

  private final JsonSource json;
  private final Delivery delivery;
  private final Reading reading;
  private final JaegerSpans spans;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, Recorder> processes = new HashMap<>();

  private record Waiting(SpanDraft draft, String process, String place) {}

  JaegerTraces(JsonSource json, Delivery delivery, Reading reading) {
    this.json = json;
    this.delivery = delivery;
    this.reading = reading;
    this.spans = new JaegerSpans(json, delivery.notes());
  }

  void document() {
    if (json.isArray()) {
      list("");
    } else if (json.object()) {
      trace("", true);
    } else {
      delivery.skipped("the document", "It should be a Jaeger trace, or a list of them.");
    }
  }

  private void list(String place) {
    json.array();
    for (int i = 0; json.element(); i++) {
      if (json.object()) {
        trace(place + "/" + i, false);
      } else {
        delivery.skipped(place + "/" + i, "It should be a trace.");
      }
    }
  }

  /// What has been entered: a trace, an answer that holds some, or a span by itself.
  private void trace(String place, boolean outermost) {
    processes.clear();
    SpanDraft alone = new SpanDraft();
    boolean span = false;
    spans.begin();
    while (json.member()) {
      switch (json.name()) {
        case "data" -> {
          if (outermost) {
            data(place + "/data");
          } else {
            json.skip();
          }
        }
        case "hits", "_source" -> data(place + "/" + json.name());
        case "spans" -> allSpans(place + "/spans");
        case "processes" -> allProcesses();
        case "errors" -> errors();
        case "warnings" -> {
          if (span) {
            spans.member(alone);
          } else {
            json.skip();
          }
        }
        default -> {
          span |= json.name().equals("spanID");
          spans.member(alone);
        }
      }
    }
    if (span) {
      waiting.add(new Waiting(alone, spans.end(alone), place.isEmpty() ? "/" : place));
    }
    release();
  }

  private void data(String place) {
    if (json.isArray()) {
      list(place);
    } else if (json.object()) {
      trace(place, false);
    }
  }

  private void errors() {
    String text = json.isNull() ? "" : json.anyText();
    if (!text.isEmpty() && !text.equals("[]")) {
      reading.warning("Jaeger reports in this file: " + text + ".");
    }
    if (json.isNull()) {
      json.skip();
    }
  }

  private void allSpans(String place) {
    if (!json.isArray()) {
      if (!json.isNull()) {
        delivery.skipped(place, "It should be a list of spans.");
      }
      json.skip();
      return;
    }
    json.array();
    for (int i = 0; json.element(); i++) {
      if (!json.object()) {
        delivery.skipped(place + "/" + i, "It should be a span.");
        continue;
      }
      if (waiting.size() >= MOST_WAITING) {
        delivery.notes().count(Note.LATE_RECORDERS, waiting.size());
        release();
      }
      SpanDraft draft = new SpanDraft();
      String process = spans.read(draft);
      waiting.add(new Waiting(draft, process, place + "/" + i));
    }
  }

  private void allProcesses() {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      String id = json.name();
      AttributeList attributes = new AttributeList();
      if (json.object()) {
        process(json, attributes);
        processes.put(id, Recorder.of(attributes, ""));
      }
    }
  }

  /// What has been entered: a process.
  static void process(JsonSource json, AttributeList into) {
    while (json.member()) {
      switch (json.name()) {
        case "serviceName" -> {
          String service = json.text();
          if (!service.isEmpty()) {
            into.put(AttributeNames.SERVICE_NAME, service);
          }
        }
        case "tags" -> JaegerSpans.tags(json, (name, value) -> into.put(today(name), value));
        case "tag" -> JaegerSpans.members(json, (name, value) -> into.put(today(name), value));
        default -> json.skip();
      }
    }
  }

  /// Jaeger's own libraries name them otherwise than OpenTelemetry.
  private static String today(String name) {
    return switch (name) {
      case "hostname" -> AttributeNames.HOST_NAME;
      case "pid" -> AttributeNames.PROCESS_ID;
      default -> name;
    };
  }

  /// Hands on what waits, with what is known by now.
  void release() {
    for (Waiting span : waiting) {
      Recorder recorder = processes.getOrDefault(span.process, Recorder.UNKNOWN);
      delivery.span(span.draft, recorder, () -> span.place);
    }
    waiting.clear();
  }
}
