package dev.lightfoot.codec.har.write;

import dev.lightfoot.codec.capture.BrowserWords;
import dev.lightfoot.codec.har.OwnFields;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.PhaseTiming.Failed;
import dev.lightfoot.model.PhaseTiming.Measured;
import dev.lightfoot.model.PhaseTiming.NotApplicable;
import dev.lightfoot.model.span.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Writes what [OwnFields] reads.
final class OwnWriter {
  private final Exchange exchange;
  private final HarSink json;
  private final long start;
  private final Map<String, String> absent = new LinkedHashMap<>();
  private final Map<String, Long> starts = new LinkedHashMap<>();
  private final Map<String, String> evidence = new LinkedHashMap<>();
  private final Map<String, String> failed = new LinkedHashMap<>();
  private long cursor;

  OwnWriter(Exchange exchange, HarSink json) {
    this.exchange = exchange;
    this.json = json;
    this.start = exchange.startNanos();
    this.cursor = start;
  }

  void write() {
    for (Phase phase : Phase.values()) {
      phase(phase);
    }
    if (exchange.gapNanos() != 0) {
      json.millis("gap", exchange.gapNanos());
    }
    json.texts("absent", absent);
    json.millis("starts", starts);
    EntryWriter.nanos(exchange, Phase.PROXY).ifPresent(nanos -> json.millis("proxy", nanos));
    if (exchange.phases().timing(Phase.QUIC).isPresent()) {
      json.text("transport", "quic");
    }
    trips();
    json.texts("evidence", evidence);
    json.texts("failed", failed);
    marks();
    connection();
    lists();
    page();
  }

  private void phase(Phase phase) {
    String name = phase.label();
    switch (exchange.phases().timing(phase).orElse(null)) {
      case Measured it -> {
        place(name, it.startNanos(), it.durationNanos());
        if (it.evidence() != Evidence.IMPORTED) {
          evidence.put(name, it.evidence().label());
        }
      }
      case Failed it -> {
        place(name, it.startNanos(), it.durationNanos());
        failed.put("phase", name);
        failed.put("errorType", it.errorType());
      }
      case NotApplicable it -> absent.put(name, it.reason());
      case null -> {
        if (isWrittenAnyway(phase)) {
          absent.put(name, OwnFields.UNKNOWN);
        }
      }
    }
  }

  private void place(String name, long at, long nanos) {
    if (at != cursor) {
      starts.put(name, at - start);
    }
    cursor = at + nanos;
  }

  /// HAR has a number for it though nothing is known.
  private boolean isWrittenAnyway(Phase phase) {
    return switch (phase) {
      case SEND, WAIT, RECEIVE -> true;
      case TCP -> exchange.phases().timing(Phase.TLS).isPresent();
      default -> false;
    };
  }

  private void trips() {
    Map<String, Integer> trips = new LinkedHashMap<>();
    for (Phase phase : Phase.values()) {
      exchange.phases().trips(phase).ifPresent(count -> trips.put(phase.label(), count));
    }
    if (!trips.isEmpty()) {
      json.object("trips", () -> trips.forEach(json::number));
    }
  }

  private void marks() {
    Marks marks = exchange.marks();
    if (marks.equals(usual())) {
      return;
    }
    Map<String, Long> written = new LinkedHashMap<>();
    mark(written, "firstByte", marks.firstByteNanos());
    mark(written, "finalFirstByte", marks.finalFirstByteNanos());
    mark(written, "headersComplete", marks.headersCompleteNanos());
    mark(written, "bodyFirstByte", marks.bodyFirstByteNanos());
    mark(written, "lastByte", marks.lastByteNanos());
    json.millis("marks", written);
    if (written.isEmpty()) {
      json.flag("noMarks", true);
    }
  }

  /// What the timings alone say.
  private Marks usual() {
    if (exchange.status().isEmpty()) {
      return Marks.NONE;
    }
    return new Marks(
        end(Phase.WAIT),
        end(Phase.WAIT),
        OptionalLong.empty(),
        OptionalLong.empty(),
        end(Phase.RECEIVE));
  }

  private OptionalLong end(Phase phase) {
    PhaseTiming timing = exchange.phases().timing(phase).orElse(null);
    return timing instanceof Measured it
        ? OptionalLong.of(it.startNanos() + it.durationNanos())
        : OptionalLong.empty();
  }

  private void mark(Map<String, Long> into, String name, OptionalLong at) {
    if (at.isPresent()) {
      into.put(name, at.getAsLong() - start);
    }
  }

  private void connection() {
    exchange
        .connection()
        .ifPresent(
            connection -> {
              json.flag("reused", connection.reused());
              json.text("address", connection.address());
              json.millis("rtt", connection.rttNanos());
            });
    if (!exchange.source().equals(Exchange.IMPORTED)) {
      json.text("source", exchange.source());
    }
    json.text("redirectedFrom", exchange.redirectedFrom());
    if (exchange.status().isPresent() && exchange.response().isEmpty()) {
      json.flag("noResponse", true);
    }
    if (exchange.request().cookieBytes() > 0) {
      json.number("cookieBytes", exchange.request().cookieBytes());
    }
    if (exchange.response().filter(it -> it.decodedBytes().isEmpty()).isPresent()) {
      json.text("decoded", OwnFields.UNKNOWN);
    }
    exchange.response().ifPresent(response -> json.text("cut", response.cut()));
  }

  private void lists() {
    if (!exchange.interim().isEmpty()) {
      json.array(
          "interim",
          () -> exchange.interim().forEach(it -> timed(it.atNanos(), "status", it.status())));
    }
    if (!exchange.chunks().isEmpty()) {
      json.array(
          "chunks",
          () -> exchange.chunks().forEach(it -> timed(it.atNanos(), "bytes", it.bytes())));
    }
  }

  private void timed(long at, String name, long number) {
    json.object(
        () -> {
          json.millis("at", at - start);
          json.number(name, number);
        });
  }

  private void page() {
    exchange.initiator().ifPresent(this::initiator);
    exchange.resource().party().ifPresent(party -> json.text("party", party.label()));
    json.text("deliveryType", exchange.resource().deliveryType());
    if (!exchange.resource().priorityChanges().isEmpty()) {
      json.array(
          "priorityChanges",
          () ->
              exchange
                  .resource()
                  .priorityChanges()
                  .forEach(
                      change ->
                          json.object(
                              () -> {
                                json.millis("at", change.atNanos() - start);
                                json.text("priority", BrowserWords.word(change.priority()));
                              })));
    }
  }

  private void initiator(Initiator initiator) {
    json.object(
        "initiator",
        () -> {
          json.text("type", initiator.type().label());
          initiator.exchange().ifPresent(index -> json.number("exchange", index));
          initiator.line().ifPresent(line -> json.number("line", line));
        });
  }
}
