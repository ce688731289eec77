package dev.lightfoot.codec.har.write;

import dev.lightfoot.codec.capture.BrowserWords;
import dev.lightfoot.codec.har.OwnFields;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.PriorityChange;
import dev.lightfoot.model.page.Resource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Writes one exchange as an entry.
final class EntryWriter {
  private final int page;
  private final Run run;
  private final Exchange exchange;
  private final HarSink json;
  private final KeptMembers kept;

  EntryWriter(Snapshot snapshot, int page, int index, HarSink json) {
    this.page = page;
    this.run = snapshot.runs().get(page);
    this.exchange = run.exchanges().get(index);
    this.json = json;
    this.kept =
        KeptMembers.of(snapshot.unknown().get("/runs/" + page + "/exchanges/" + index + "/har"));
  }

  void write() {
    json.object(this::members);
  }

  private void members() {
    HarTimings timings = HarTimings.of(exchange);
    json.text("pageref", PageWriter.id(page));
    json.text(
        "startedDateTime",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            run.startedAt().plusNanos(exchange.startNanos())));
    json.millis("time", timings.sum());
    MessageWriter messages = new MessageWriter(exchange, json, kept);
    json.object("request", messages::request);
    json.object("response", messages::response);
    json.object("cache", () -> json.kept(kept.in("cache")));
    json.object(
        "timings",
        () -> {
          timings.write(json);
          json.kept(kept.in("timings"));
        });
    exchange.connection().ifPresent(this::connection);
    resource(exchange.resource());
    exchange.initiator().ifPresent(this::initiator);
    json.object(OwnFields.NAME, () -> new OwnWriter(exchange, json).write());
    json.kept(kept.without("request", "response", "cache", "timings", "content"));
  }

  private void connection(Connection connection) {
    json.text("connection", Integer.toString(connection.id()));
    connection.address().map(EntryWriter::host).ifPresent(ip -> json.text("serverIPAddress", ip));
  }

  private static String host(String address) {
    int colon = address.lastIndexOf(':');
    return address.substring(0, colon < 0 ? address.length() : colon).replaceAll("[\\[\\]]", "");
  }

  private void resource(Resource resource) {
    resource.type().ifPresent(type -> json.text("_resourceType", BrowserWords.word(type)));
    resource
        .priority()
        .ifPresent(
            priority -> {
              json.text("_initialPriority", BrowserWords.word(priority));
              List<PriorityChange> changes = resource.priorityChanges();
              if (!changes.isEmpty() || !kept.has("_priority")) {
                json.text(
                    "_priority",
                    BrowserWords.word(changes.isEmpty() ? priority : changes.getLast().priority()));
              }
            });
    resource
        .renderBlocking()
        .ifPresent(
            blocking -> json.text("_renderBlocking", blocking ? "blocking" : "non_blocking"));
  }

  /// In the words of the DevTools protocol, which some readers insist on.
  private void initiator(Initiator initiator) {
    json.object(
        "_initiator",
        () -> {
          json.text("type", word(initiator.type()));
          initiator
              .exchange()
              .ifPresent(
                  index -> {
                    if (index < run.exchanges().size()) {
                      json.text("url", run.exchanges().get(index).url());
                    }
                  });
          initiator.line().ifPresent(line -> json.number("lineNumber", line - 1L));
          json.kept(kept.in("_initiator"));
        });
  }

  private static String word(Initiator.Type type) {
    return switch (type) {
      case PARSER, PRELOAD_SCANNER, CSS -> "parser";
      case SCRIPT -> "script";
      case LINK_HEADER, EARLY_HINTS -> "preload";
      case REDIRECT, USER -> "other";
    };
  }

  /// The timing of a phase that took place.
  static Optional<Long> nanos(Exchange exchange, Phase phase) {
    return exchange
        .phases()
        .timing(phase)
        .filter(timing -> !(timing instanceof PhaseTiming.NotApplicable))
        .map(_ -> exchange.phases().durationNanos(phase));
  }
}
