package dev.lightfoot.codec.acknowledgement;

import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one acknowledgement so that it is read again as the same.
final class EntryWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private EntryWriter() {}

  /// As a JSON object on one line.
  static String of(Acknowledgement it) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      target(it.target(), json);
      json.writeStringProperty("reason", it.reason());
      json.writeStringProperty("since", it.since().toString());
      it.until().ifPresent(day -> json.writeStringProperty("until", day.toString()));
      it.count().ifPresent(count -> json.writeNumberProperty("count", count));
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void target(Target target, JsonGenerator json) {
    switch (target) {
      case Target.OfFinding it -> {
        json.writeStringProperty("fingerprint", it.fingerprint());
        if (!it.about().isEmpty()) {
          json.writeStringProperty("about", it.about());
        }
      }
      case Target.OfRule it -> {
        json.writeStringProperty("rule", it.rule());
        json.writeStringProperty("route", it.route());
      }
    }
  }
}
