package dev.lightfoot.app.cli.ingest;

import dev.lightfoot.app.reception.ReceiverAddresses;
import dev.lightfoot.app.reception.Reception;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The two lines of `receive --json`; described by `receive-v1.schema.json` beside this class.
final class ReceiveJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private ReceiveJson() {}

  /// That it listens, where, and how to send.
  static String listening(Reception reception) {
    ReceiverAddresses addresses = reception.addresses();
    return line(
        "listening",
        json -> {
          json.writeStringProperty("otlp", addresses.otlp());
          json.writeStringProperty("zipkin", addresses.zipkin());
          json.writeObjectPropertyStart("environment");
          addresses
              .environment()
              .forEach(each -> json.writeStringProperty(each.name(), each.value()));
          json.writeEndObject();
          json.writeStringProperty("folder", reception.folder().toString());
          json.writeNumberProperty("mostSpans", reception.retention().spans());
          json.writeNumberProperty("mostBytes", reception.retention().bytes());
        });
  }

  /// What came of it.
  static String ended(Reception.Totals totals) {
    return line(
        "ended",
        json -> {
          json.writeNumberProperty("accepted", totals.accepted());
          json.writeNumberProperty("rejected", totals.rejected());
          json.writeNumberProperty("requests", totals.requests());
          json.writeNumberProperty("refusedRequests", totals.refused());
          json.writeNumberProperty("kept", totals.kept());
          json.writeNumberProperty("dropped", totals.dropped());
          json.writeNumberProperty("damaged", totals.damaged());
        });
  }

  private static String line(String event, Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("format", "lightfoot/receive");
      json.writeNumberProperty("version", 1);
      json.writeStringProperty("event", event);
      members.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }
}
