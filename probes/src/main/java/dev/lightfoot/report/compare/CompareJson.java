package dev.lightfoot.report.compare;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.LedgerShift;
import dev.lightfoot.analysis.compare.MeasuringOrder;
import dev.lightfoot.analysis.compare.OwnTimes;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.analysis.summary.Spread;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A comparison as JSON, format `lightfoot/comparison`; described by `comparison-v1.schema.json`
/// beside this class. What is not known is absent.
public final class CompareJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

  private CompareJson() {}

  /// The document; give it a comparison of redacted snapshots.
  public static String of(Comparison comparison) {
    CompareJson writer = new CompareJson();
    writer.document(comparison);
    return writer.text.toString();
  }

  private void document(Comparison comparison) {
    json.writeStartObject();
    json.writeStringProperty("format", "lightfoot/comparison");
    json.writeNumberProperty("version", 1);
    side("a", comparison.a());
    side("b", comparison.b());
    comparison.state().ifPresent(state -> json.writeStringProperty("state", state.label()));
    json.writeStringProperty("from", from(comparison.origin()));
    order(comparison.order());
    json.writeArrayPropertyStart("environment");
    comparison.environment().forEach(this::difference);
    json.writeEndArray();
    comparison.own().ifPresent(this::own);
    json.writeStringProperty("verdict", comparison.total().verdict().label());
    json.writeObjectPropertyStart("total");
    shift(comparison.total());
    json.writeEndObject();
    json.writeArrayPropertyStart("phases");
    comparison.phases().forEach(this::phase);
    json.writeEndArray();
    json.writeArrayPropertyStart("layers");
    comparison.layers().forEach(this::layer);
    json.writeEndArray();
    json.writeArrayPropertyStart("ledger");
    comparison.ledger().forEach(this::billed);
    json.writeEndArray();
    json.writeArrayPropertyStart("exchanges");
    comparison.exchanges().forEach(this::exchange);
    json.writeEndArray();
    attribution(comparison.attribution());
    json.writeArrayPropertyStart("warnings");
    CompareCautions.of(comparison).forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private static String from(Origin origin) {
    return switch (origin) {
      case Origin.Start _ -> "start";
      case Origin.FirstByte _ -> "first-byte";
      case Origin.Request(String url) -> url;
    };
  }

  private void side(String name, Side side) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("id", side.id());
    json.writeStringProperty("name", side.name());
    json.writeStringProperty("target", side.target());
    json.writeStringProperty(
        "takenAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(side.takenAt()));
    json.writeNumberProperty("runs", side.counting());
    json.writeNumberProperty("made", side.made());
    json.writeEndObject();
  }

  private void order(MeasuringOrder order) {
    json.writeStringProperty("order", order.interleaved() ? "interleaved" : "separate");
    json.writeNumberProperty("gapNanos", order.gap().toNanos());
    json.writeBooleanProperty("drift", order.drift());
    json.writeNumberProperty("sessions", order.sessions());
  }

  private void own(OwnTimes own) {
    json.writeObjectPropertyStart("own");
    median("medianANanos", own.a());
    median("medianBNanos", own.b());
    json.writeEndObject();
  }

  private void difference(Difference difference) {
    json.writeStartObject();
    json.writeStringProperty("what", difference.what());
    json.writeStringProperty("a", difference.a());
    json.writeStringProperty("b", difference.b());
    json.writeEndObject();
  }

  private void phase(PhaseShift phase) {
    json.writeStartObject();
    json.writeStringProperty("phase", phase.phase().label());
    shift(phase.shift());
    json.writeEndObject();
  }

  private void layer(LayerShift layer) {
    json.writeStartObject();
    json.writeStringProperty("layer", layer.layer().label());
    number("tripsA", layer.tripsA());
    number("tripsB", layer.tripsB());
    shift(layer.shift());
    json.writeEndObject();
  }

  private void billed(LedgerShift layer) {
    json.writeStartObject();
    json.writeStringProperty("layer", layer.layer().label());
    json.writeNumberProperty("tripsA", layer.a().trips());
    json.writeNumberProperty("tripsB", layer.b().trips());
    json.writeNumberProperty("distanceANanos", layer.a().distanceNanos());
    json.writeNumberProperty("distanceBNanos", layer.b().distanceNanos());
    json.writeNumberProperty("totalANanos", layer.a().totalNanos());
    json.writeNumberProperty("totalBNanos", layer.b().totalNanos());
    json.writeEndObject();
  }

  private void exchange(ExchangeShift exchange) {
    json.writeStartObject();
    json.writeStringProperty("match", exchange.matchedBy().label());
    json.writeStringProperty("a", exchange.a().map(ExchangeSide::url).orElse(null));
    json.writeStringProperty("b", exchange.b().map(ExchangeSide::url).orElse(null));
    exchange.a().ifPresent(side -> number("tripsA", side.trips()));
    exchange.b().ifPresent(side -> number("tripsB", side.trips()));
    exchange.a().ifPresent(side -> number("bytesA", side.bytes()));
    exchange.b().ifPresent(side -> number("bytesB", side.bytes()));
    shift(exchange.shift());
    json.writeEndObject();
  }

  private void attribution(Optional<Attribution> attribution) {
    attribution.ifPresent(
        moved -> {
          json.writeStringProperty("attributionOf", moved.basis().label());
          json.writeNumberProperty("attributionNanos", moved.totalNanos());
        });
    json.writeArrayPropertyStart("attribution");
    attribution.map(Attribution::parts).orElse(List.of()).forEach(this::part);
    json.writeEndArray();
  }

  private void part(Part part) {
    json.writeStartObject();
    json.writeStringProperty("what", part.what().label());
    json.writeStringProperty("name", part.name());
    json.writeNumberProperty("nanos", part.nanos());
    number("trips", part.trips());
    json.writeEndObject();
  }

  private void shift(Shift shift) {
    median("medianANanos", shift.a());
    median("medianBNanos", shift.b());
    shift.estimate().ifPresent(this::estimate);
    json.writeNumberProperty("floorNanos", shift.floorNanos());
    json.writeStringProperty("verdict", shift.verdict().label());
  }

  private void estimate(Estimate estimate) {
    json.writeNumberProperty("shiftNanos", estimate.shiftNanos());
    json.writeNumberProperty("lowNanos", estimate.lowNanos());
    json.writeNumberProperty("highNanos", estimate.highNanos());
    json.writeNumberProperty("p", estimate.p());
    json.writeNumberProperty("pAdjusted", estimate.pAdjusted());
    json.writeNumberProperty("cliffsDelta", estimate.cliffsDelta());
    json.writeNumberProperty("probabilityBGreater", estimate.probabilityBGreater());
    estimate.spreadP().ifPresent(p -> json.writeNumberProperty("spreadP", p));
  }

  private void median(String name, List<RunValue> values) {
    Spread.of(values.stream().mapToLong(RunValue::nanos).toArray())
        .ifPresent(spread -> json.writeNumberProperty(name, spread.medianNanos()));
  }

  private void number(String name, OptionalLong value) {
    value.ifPresent(present -> json.writeNumberProperty(name, present));
  }
}
