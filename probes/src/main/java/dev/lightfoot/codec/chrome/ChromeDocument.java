package dev.lightfoot.codec.chrome;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.model.span.Attributes;

/// Reads the events of a document.
final class ChromeDocument {
  private static final int MOST_ARGUMENTS = 24;
  private static final int LONGEST_ARGUMENT = 1_024;
  private static final long NANOS = 1_000;

  private final JsonSource json;
  private final ChromeEvents events;
  private final Delivery delivery;
  private final AttributeList arguments = new AttributeList();

  private String phase = "";
  private String name = "";
  private String category = "";
  private String id = "";
  private String process = "";
  private String thread = "";
  private double ts = Double.NaN;
  private double duration = Double.NaN;
  private int kept;

  ChromeDocument(JsonSource json, ChromeEvents events, Delivery delivery) {
    this.json = json;
    this.events = events;
    this.delivery = delivery;
  }

  void read() {
    if (json.isArray()) {
      list("");
      return;
    }
    if (!json.object()) {
      delivery.skipped("the document", "It should be a list of trace events.");
      return;
    }
    while (json.member()) {
      switch (json.name()) {
        case "traceEvents" -> {
          if (json.isArray()) {
            list("/traceEvents");
          } else {
            delivery.skipped("/traceEvents", "It should be a list of trace events.");
            json.skip();
          }
        }
        case "metadata" -> metadata();
        default -> json.skip();
      }
    }
  }

  private void metadata() {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      if (json.name().equals("startTime")) {
        events.startedAt(json.text());
      } else {
        json.skip();
      }
    }
  }

  private void list(String place) {
    json.array();
    for (int i = 0; json.element(); i++) {
      if (json.object()) {
        event(place + "/" + i);
      } else if (!json.isNull()) {
        delivery.skipped(place + "/" + i, "It should be a trace event.");
      }
    }
  }

  private void event(String place) {
    phase = "";
    name = "";
    category = "";
    id = "";
    process = "";
    thread = "";
    ts = Double.NaN;
    duration = Double.NaN;
    arguments.clear();
    kept = 0;
    while (json.member()) {
      switch (json.name()) {
        case "ph" -> phase = json.text();
        case "name" -> name = json.text();
        case "cat" -> category = json.text();
        case "id", "id2" -> id = json.isNull() ? "" : json.texts().of(json.anyText());
        case "pid" -> process = json.text();
        case "tid" -> thread = json.text();
        case "ts" -> ts = json.decimalNumber();
        case "dur" -> duration = json.decimalNumber();
        case "args" -> arguments("args", 0);
        default -> json.skip();
      }
    }
    take(place);
  }

  private void take(String place) {
    var key = new ChromeEvents.Key(process, thread, category, id, name);
    switch (phase) {
      case "M" -> events.metadata(key, arguments.get("args.name"));
      case "X", "B", "E", "b", "e", "n" -> {
        if (Double.isNaN(ts) || Math.abs(ts) > 9e15) {
          delivery.skipped(place, "It has no time in microseconds (ts).");
        } else if (!Double.isNaN(duration) && !(duration >= 0 && duration < 0x1p52)) {
          delivery.skipped(place, "Its duration is not a number of microseconds.");
        } else {
          long length = Double.isNaN(duration) ? 0 : nanos(duration);
          Attributes more = arguments.isEmpty() ? Attributes.NONE : arguments.toAttributes();
          events.take(phase.charAt(0), key, nanos(ts), length, more);
        }
      }
      default -> {} // instants, counters, flows, samples: no time is spent in them
    }
  }

  private static long nanos(double micros) {
    return Math.round(micros * NANOS);
  }

  /// Arguments that are words or numbers, by their path.
  private void arguments(String path, int depth) {
    if (depth > 3 || !json.isObject()) {
      json.skip();
      return;
    }
    json.object();
    while (json.member()) {
      String inner = path + "." + json.name();
      if (json.isObject()) {
        arguments(inner, depth + 1);
      } else if (json.isArray() || kept >= MOST_ARGUMENTS) {
        json.skip();
      } else {
        String value = json.text();
        if (!value.isEmpty() && value.length() <= LONGEST_ARGUMENT) {
          arguments.put(json.texts().of(inner), value);
          kept++;
        }
      }
    }
  }
}
