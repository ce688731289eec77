package dev.lightfoot.codec.zipkin;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Ids;
import dev.lightfoot.codec.semconv.SpanClock;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.codec.semconv.Tags;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;

/// Reads spans in whatever lists they come.
final class ZipkinSpans {
  private static final long MICROSECOND = 1_000;

  /// There was no tracing before 1973: a smaller number does not count microseconds.
  private static final long EARLIEST = 100_000_000_000_000L;

  private static final long LATEST = Long.MAX_VALUE / MICROSECOND;

  private final JsonSource json;
  private final ZipkinTraces traces;
  private final Delivery delivery;

  private String trace = "";
  private long timestamp;
  private long duration;
  private boolean lasted;
  private boolean version1;

  ZipkinSpans(JsonSource json, ZipkinTraces traces, Delivery delivery) {
    this.json = json;
    this.traces = traces;
    this.delivery = delivery;
  }

  /// Reads the present value: a span, or a list of spans or lists.
  void read(String place) {
    if (json.isArray()) {
      json.array();
      boolean deep = place.chars().filter(c -> c == '/').count() >= 2;
      for (int i = 0; json.element(); i++) {
        if (deep && json.isArray()) {
          notASpan(place + "/" + i);
        } else {
          read(place + "/" + i);
        }
      }
    } else if (json.isObject()) {
      span(place);
    } else {
      notASpan(place);
    }
  }

  private void notASpan(String place) {
    delivery.skipped(place.isEmpty() ? "the document" : place, "It should be a span.");
    json.skip();
  }

  private void span(String place) {
    SpanDraft draft = new SpanDraft();
    trace = "";
    timestamp = 0;
    duration = 0;
    lasted = false;
    version1 = false;
    json.object();
    while (json.member()) {
      member(draft);
    }
    if (version1) {
      draft.reject(
          "It is a span of Zipkin's version 1, which is not read: export version 2 (/api/v2/…).");
    }
    time(draft);
    traces.add(draft, json.texts().of(trace), place.isEmpty() ? "the document" : place);
  }

  private void member(SpanDraft draft) {
    switch (json.name()) {
      case "traceId" -> trace = Ids.shortTrace(json.text());
      case "id" -> draft.spanId(Ids.shortSpan(json.text()));
      case "parentId" -> draft.parentId(Ids.shortSpan(json.text()));
      case "name" -> draft.name(json.text());
      case "kind" -> kind(json.text(), draft);
      case "timestamp" -> timestamp = json.number();
      case "duration" -> {
        lasted = !json.isNull();
        duration = json.number();
      }
      case "localEndpoint" -> endpoint(AttributeNames.SERVICE_NAME, "network.local", draft);
      case "remoteEndpoint" -> endpoint("peer.service", "network.peer", draft);
      case "annotations" -> json.objects(() -> annotation(draft));
      case "tags" -> tags(draft);
      case "binaryAnnotations" -> {
        version1 = true;
        json.skip();
      }
      default -> json.skip();
    }
  }

  private static void kind(String kind, SpanDraft draft) {
    draft.kind(
        switch (kind) {
          case "SERVER" -> SpanKind.SERVER;
          case "CLIENT" -> SpanKind.CLIENT;
          case "PRODUCER" -> SpanKind.PRODUCER;
          case "CONSUMER" -> SpanKind.CONSUMER;
          default -> SpanKind.INTERNAL;
        });
  }

  private void endpoint(String service, String network, SpanDraft draft) {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      String name = json.name();
      String value = json.text();
      if (value.isEmpty()) {
        continue;
      }
      switch (name) {
        case "serviceName" -> draft.putIfAbsent(service, value);
        case "ipv4", "ipv6" -> draft.putIfAbsent(network + ".address", value);
        case "port" -> draft.putIfAbsent(network + ".port", value);
        default -> {}
      }
    }
  }

  private void annotation(SpanDraft draft) {
    long at = 0;
    String value = "";
    while (json.member()) {
      switch (json.name()) {
        case "timestamp" -> at = json.number();
        case "value" -> value = json.text();
        case "endpoint" -> {
          version1 = true;
          json.skip();
        }
        default -> json.skip();
      }
    }
    if (at > 0 && at <= LATEST) {
      draft.event(new SpanEvent(at * MICROSECOND, value, Attributes.NONE));
    }
  }

  private void tags(SpanDraft draft) {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      String name = json.texts().of(json.name());
      if (!json.isNull()) {
        Tags.put(name, json.anyText(), draft);
      } else {
        json.skip();
      }
    }
  }

  private void time(SpanDraft draft) {
    draft.clock().finest(MICROSECOND);
    if (duration == JsonSource.NONE || duration > LATEST || timestamp == JsonSource.NONE) {
      draft.reject("Its timestamp or duration is not a number of microseconds.");
    } else if (timestamp == 0 && lasted) {
      draft.put(SpanClock.KNOWN, "duration");
      draft.clock().end(Math.max(duration, 0) * MICROSECOND);
    } else if (timestamp != 0 && (timestamp < EARLIEST || timestamp > LATEST - duration)) {
      draft.reject("Its timestamp " + timestamp + " is not in microseconds since 1970.");
    } else {
      draft.clock().start(timestamp * MICROSECOND);
      draft.clock().end((timestamp + duration) * MICROSECOND);
      if (!lasted) {
        draft.clock().withoutDuration();
      }
    }
  }
}
