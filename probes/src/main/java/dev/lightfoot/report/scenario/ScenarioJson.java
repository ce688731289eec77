package dev.lightfoot.report.scenario;

import dev.lightfoot.analysis.scenario.Arrival;
import dev.lightfoot.analysis.scenario.Link;
import dev.lightfoot.analysis.scenario.Scenario;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A scenario as JSON, format `lightfoot/scenario`; described by `scenario-v1.schema.json` beside
/// this class. What a way does not have is absent.
public final class ScenarioJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private ScenarioJson() {}

  /// The document.
  public static String of(Scenario scenario) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("format", "lightfoot/scenario");
      json.writeNumberProperty("version", 1);
      json.writeNumberProperty("bytes", scenario.bytes());
      json.writeNumberProperty("handshakes", scenario.handshakes());
      json.writeBooleanProperty("asked", scenario.asked());
      json.writeArrayPropertyStart("links");
      scenario.arrivals().forEach(arrival -> write(json, arrival));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Arrival arrival) {
    Link link = arrival.link();
    json.writeStartObject();
    json.writeStringProperty("name", link.name());
    json.writeNumberProperty("rttNanos", link.roundTripNanos());
    link.kilometres().ifPresent(length -> json.writeNumberProperty("kilometres", length));
    link.bytesPerSecond().ifPresent(rate -> json.writeNumberProperty("bytesPerSecond", rate));
    json.writeBooleanProperty("slowStart", link.slowStart());
    link.mostBytes().ifPresent(window -> json.writeNumberProperty("windowBytes", window));
    json.writeNumberProperty("firstByteNanos", arrival.firstByteNanos());
    json.writeNumberProperty("lastByteNanos", arrival.lastByteNanos());
    json.writeNumberProperty("distanceNanos", arrival.distanceNanos());
    json.writeNumberProperty("widthNanos", arrival.widthNanos());
    json.writeEndObject();
  }
}
