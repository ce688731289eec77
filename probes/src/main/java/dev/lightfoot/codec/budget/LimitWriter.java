package dev.lightfoot.codec.budget;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Amounts;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Quantity;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one limit as the file has it: it is read again as the same limit.
public final class LimitWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final JsonGenerator json;

  private LimitWriter(JsonGenerator json) {
    this.json = json;
  }

  /// The limit as a JSON object on one line.
  static String of(Limit limit) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(limit, json);
    }
    return text.toString();
  }

  /// Writes the limit as a JSON object.
  public static void write(Limit limit, JsonGenerator into) {
    new LimitWriter(into).write(limit);
  }

  private void write(Limit limit) {
    json.writeStartObject();
    json.writeStringProperty("what", limit.quantity().what());
    quantity(limit.quantity());
    if (limit.quantity() instanceof Quantity.Time time
        && limit.allowance() instanceof Allowance.AtMost) {
      percentile(time.percentile());
    }
    limit.narrowing().route().ifPresent(route -> json.writeStringProperty("route", route));
    limit.narrowing().url().ifPresent(url -> json.writeStringProperty("url", url));
    switch (limit.allowance()) {
      case Allowance.AtMost(long max) -> amount("max", limit.quantity(), max);
      case Allowance.WorseBy it -> worseBy(limit.quantity(), it);
    }
    limit.note().ifPresent(note -> json.writeStringProperty("note", note));
    json.writeEndObject();
  }

  private void quantity(Quantity quantity) {
    switch (quantity) {
      case Quantity.Trips trips ->
          trips.layer().ifPresent(layer -> json.writeStringProperty("layer", layer.label()));
      case Quantity.Time time ->
          json.writeStringProperty("phase", time.phase().map(Phase::label).orElse("total"));
      case Quantity.Finding finding -> json.writeStringProperty("rule", finding.rule());
      case Quantity.Bytes _, Quantity.Requests _ -> {}
    }
  }

  private void percentile(double percentile) {
    if (percentile == Math.rint(percentile)) {
      json.writeNumberProperty("percentile", Math.round(percentile));
    } else {
      json.writeNumberProperty("percentile", percentile);
    }
  }

  private void worseBy(Quantity quantity, Allowance.WorseBy allowance) {
    json.writeStringProperty("baseline", allowance.baseline());
    if (allowance.percent() > 0) {
      json.writeStringProperty("worseBy", Amounts.ofPercent(allowance.percent()));
    } else {
      amount("worseBy", quantity, allowance.more());
    }
  }

  private void amount(String name, Quantity quantity, long amount) {
    switch (quantity) {
      case Quantity.Time _ -> json.writeStringProperty(name, Amounts.ofNanos(amount));
      case Quantity.Bytes _ -> json.writeStringProperty(name, Amounts.ofBytes(amount));
      case Quantity.Trips _, Quantity.Requests _, Quantity.Finding _ ->
          json.writeNumberProperty(name, amount);
    }
  }
}
