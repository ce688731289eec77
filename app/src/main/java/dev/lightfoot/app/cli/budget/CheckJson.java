package dev.lightfoot.app.cli.budget;

import dev.lightfoot.analysis.budget.LimitResult;
import dev.lightfoot.analysis.budget.Measured;
import dev.lightfoot.codec.budget.LimitWriter;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.report.budget.CheckedBudget;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A checked budget as JSON, the format `lightfoot/check`, version 1; described by
/// `check-v1.schema.json` beside this class. Times are in nanoseconds.
final class CheckJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

  private CheckJson() {}

  /// @param snapshot the id of what was held against it
  static String of(CheckedBudget budget, String snapshot) {
    CheckJson writer = new CheckJson();
    writer.document(budget, snapshot);
    return writer.text.toString();
  }

  private void document(CheckedBudget budget, String snapshot) {
    json.writeStartObject();
    json.writeStringProperty("format", "lightfoot/check");
    json.writeNumberProperty("version", 1);
    json.writeStringProperty("budget", budget.file());
    json.writeStringProperty("target", budget.subject());
    json.writeStringProperty("snapshot", snapshot);
    json.writeArrayPropertyStart("results");
    budget.lines().forEach(this::line);
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void line(CheckedBudget.Line line) {
    LimitResult result = line.result();
    json.writeStartObject();
    json.writeName("limit");
    LimitWriter.write(result.limit(), json);
    if (result.measured().isPresent()) {
      measured(result.measured().get(), result.limit().quantity());
    } else {
      json.writeNullProperty("measured");
    }
    json.writeStringProperty("verdict", result.verdict().label());
    json.writeStringProperty("reason", line.reason().orElse(null));
    result
        .warning()
        .ifPresent(
            what ->
                json.writeStringProperty(
                    "warning", what.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    json.writeEndObject();
  }

  private void measured(Measured it, Quantity quantity) {
    json.writeNumberProperty("measured", it.value());
    json.writeStringProperty("unit", unit(quantity));
    json.writeNumberProperty("low", it.low());
    json.writeNumberProperty("high", it.high());
    json.writeNumberProperty("runs", it.runs());
    if (it.atLeast()) {
      json.writeBooleanProperty("atLeast", true);
    }
    it.baseline().ifPresent(base -> json.writeNumberProperty("baseline", base));
  }

  private static String unit(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Time _ -> "nanoseconds";
      case Quantity.Trips _ -> "trips";
      case Quantity.Bytes _ -> "bytes";
      case Quantity.Requests _ -> "requests";
      case Quantity.Finding _ -> "findings";
    };
  }
}
