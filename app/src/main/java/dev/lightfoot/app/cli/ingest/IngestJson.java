package dev.lightfoot.app.cli.ingest;

import dev.lightfoot.analysis.route.Durations;
import dev.lightfoot.analysis.route.LayerStatistics;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteStatistics.Calls;
import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.model.span.Layer;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What was read from logs, as JSON; described by `ingest-v1.schema.json` beside this class.
final class IngestJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);
  private final UnaryOperator<String> shown;

  private IngestJson(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  /// @param findings writes the members about findings
  /// @param shown takes secrets out of a text
  static String of(
      List<FileReading> files,
      RouteSummary summary,
      Consumer<JsonGenerator> findings,
      UnaryOperator<String> shown) {
    IngestJson writer = new IngestJson(shown);
    writer.document(files, summary, findings);
    return writer.text.toString();
  }

  private void document(
      List<FileReading> files, RouteSummary summary, Consumer<JsonGenerator> findings) {
    json.writeStartObject();
    json.writeStringProperty("format", "lightfoot/ingest");
    json.writeNumberProperty("version", 1);
    json.writeArrayPropertyStart("files");
    files.forEach(this::file);
    json.writeEndArray();
    json.writeArrayPropertyStart("routes");
    summary.routes().forEach(this::route);
    json.writeEndArray();
    json.writeNumberProperty("unlistedRequests", summary.unlisted());
    json.writeNumberProperty("unassignedTrips", summary.unassigned());
    json.writeArrayPropertyStart("layers");
    summary.layers().forEach(this::layer);
    json.writeEndArray();
    findings.accept(json);
    json.writeEndObject();
    json.close();
  }

  private void file(FileReading file) {
    json.writeStartObject();
    json.writeStringProperty("path", file.path());
    file.part().ifPresent(part -> json.writeStringProperty("part", part));
    json.writeStringProperty("format", file.format().map(LogFormat::name).orElse(null));
    json.writeNumberProperty("read", file.read());
    json.writeNumberProperty("repeated", file.repeated());
    json.writeNumberProperty("skipped", file.skipped());
    json.writeArrayPropertyStart("entries");
    for (Skipped entry : file.entries()) {
      json.writeStartObject();
      json.writeStringProperty("place", entry.place());
      json.writeStringProperty("reason", shown.apply(entry.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("warnings");
    file.warnings().forEach(warning -> json.writeString(shown.apply(warning)));
    json.writeEndArray();
    file.failure().ifPresent(why -> json.writeStringProperty("error", shown.apply(why)));
    json.writeEndObject();
  }

  private void route(RouteStatistics route) {
    json.writeStartObject();
    json.writeStringProperty("method", route.key().method());
    json.writeStringProperty("route", route.key().route());
    json.writeStringProperty("layer", route.key().layer().label());
    route.key().service().ifPresent(name -> json.writeStringProperty("service", name));
    json.writeNumberProperty("count", route.count());
    json.writeNumberProperty("errors", route.errors());
    durations(route.durations());
    json.writeNumberProperty("traced", route.traced());
    if (route.traced() > 0) {
      json.writeNumberProperty("selfNanos", route.selfNanos());
    }
    json.writeObjectPropertyStart("trips");
    for (Layer layer : Layer.values()) {
      Calls calls = route.calls().get(layer);
      if (calls != null) {
        json.writeObjectPropertyStart(layer.label());
        json.writeNumberProperty("total", calls.trips());
        json.writeNumberProperty("operations", calls.operations());
        json.writeNumberProperty("most", calls.most());
        json.writeNumberProperty("totalNanos", calls.totalNanos());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void layer(LayerStatistics layer) {
    json.writeStartObject();
    json.writeStringProperty("layer", layer.layer().label());
    json.writeNumberProperty("operations", layer.operations());
    json.writeNumberProperty("errors", layer.errors());
    json.writeNumberProperty("trips", layer.trips());
    durations(layer.durations());
    json.writeEndObject();
  }

  private void durations(Durations durations) {
    json.writeNumberProperty("timed", durations.count());
    if (durations.count() > 0) {
      json.writeNumberProperty("totalNanos", durations.totalNanos());
      json.writeNumberProperty("longestNanos", durations.longestNanos());
    }
    number("p50Nanos", durations.p50());
    number("p95Nanos", durations.p95());
    number("p99Nanos", durations.p99());
  }

  private void number(String name, OptionalLong value) {
    value.ifPresent(present -> json.writeNumberProperty(name, present));
  }
}
