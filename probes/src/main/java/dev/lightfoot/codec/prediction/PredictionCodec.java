package dev.lightfoot.codec.prediction;

import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.PathStretch;
import dev.lightfoot.model.prediction.Prediction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns predictions into JSON and back: `lightfoot/prediction`, described by
/// `prediction-v1.schema.json` beside this class. What is not known is absent; `grade` is null
/// until there is one.
public final class PredictionCodec {
  public static final String FORMAT = "lightfoot/prediction";
  public static final int VERSION = 1;

  /// Longer files are refused.
  public static final int MAX_BYTES = 16 << 20;

  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PredictionCodec() {}

  /// The document.
  public static String encode(Prediction prediction) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeNumberProperty("version", VERSION);
      json.writeStringProperty("snapshot", prediction.snapshot());
      json.writeStringProperty("state", prediction.state());
      json.writeNumberProperty("runs", prediction.runs());
      texts(json, "changes", prediction.changes());
      json.writeObjectPropertyStart("before");
      json.writeNumberProperty("nanos", prediction.before().nanos());
      rest(json, prediction.before());
      json.writeObjectPropertyStart("after");
      json.writeNumberProperty("nanos", prediction.after().nanos());
      json.writeNumberProperty("lowNanos", prediction.after().lowNanos());
      json.writeNumberProperty("highNanos", prediction.after().highNanos());
      rest(json, prediction.after());
      json.writeNumberProperty("coverage", prediction.coverage());
      path(json, prediction.criticalPath());
      texts(json, "assumptions", prediction.assumptions());
      grade(json, prediction.grade());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void rest(JsonGenerator json, Outcome outcome) {
    json.writeNumberProperty("firstByteNanos", outcome.firstByteNanos());
    outcome.trips().ifPresent(trips -> json.writeNumberProperty("trips", trips));
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void path(JsonGenerator json, List<PathStretch> path) {
    json.writeArrayPropertyStart("criticalPath");
    for (PathStretch each : path) {
      json.writeStartObject();
      json.writeNumberProperty("exchange", each.exchange());
      json.writeStringProperty("url", each.url());
      json.writeStringProperty("layer", each.layer());
      json.writeNumberProperty("nanos", each.nanos());
      json.writeNumberProperty("trips", each.trips());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void grade(JsonGenerator json, Optional<Grade> grade) {
    if (grade.isEmpty()) {
      json.writeNullProperty("grade");
      return;
    }
    json.writeObjectPropertyStart("grade");
    json.writeStringProperty("snapshot", grade.get().snapshot());
    json.writeNumberProperty("measuredNanos", grade.get().measuredNanos());
    json.writeBooleanProperty("inside", grade.get().inside());
    json.writeEndObject();
  }

  /// The prediction in those bytes.
  ///
  /// @throws IOException where they are none, or of a newer version
  public static Prediction decode(byte[] bytes) throws IOException {
    if (bytes.length > MAX_BYTES) {
      throw new IOException("The file is larger than any prediction.");
    }
    try {
      JsonNode root = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
      if (!root.path("format").asString("").equals(FORMAT)) {
        throw new IOException("The file is not a prediction.");
      }
      if (root.path("version").asInt(0) != VERSION) {
        throw new IOException("This Lightfoot reads version " + VERSION + " of predictions.");
      }
      return prediction(root);
    } catch (JacksonException e) {
      throw new IOException("The prediction is damaged.", e);
    }
  }

  private static Prediction prediction(JsonNode root) {
    return new Prediction(
        root.path("snapshot").asString(""),
        root.path("state").asString(""),
        root.path("runs").asInt(0),
        texts(root.path("changes")),
        outcome(root.path("before")),
        outcome(root.path("after")),
        root.path("coverage").asDouble(0),
        path(root.path("criticalPath")),
        texts(root.path("assumptions")),
        grade(root.path("grade")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString("")));
    return texts;
  }

  private static Outcome outcome(JsonNode object) {
    long nanos = object.path("nanos").asLong(0);
    JsonNode trips = object.path("trips");
    return new Outcome(
        nanos,
        object.path("lowNanos").asLong(nanos),
        object.path("highNanos").asLong(nanos),
        object.path("firstByteNanos").asLong(0),
        trips.isNumber() ? OptionalInt.of(trips.asInt(0)) : OptionalInt.empty());
  }

  private static List<PathStretch> path(JsonNode array) {
    List<PathStretch> path = new ArrayList<>();
    for (JsonNode each : array) {
      path.add(
          new PathStretch(
              each.path("exchange").asInt(0),
              each.path("url").asString(""),
              each.path("layer").asString(""),
              each.path("nanos").asLong(0),
              each.path("trips").asInt(0)));
    }
    return path;
  }

  private static Optional<Grade> grade(JsonNode object) {
    return object.isObject()
        ? Optional.of(
            new Grade(
                object.path("snapshot").asString(""),
                object.path("measuredNanos").asLong(0),
                object.path("inside").asBoolean(false)))
        : Optional.empty();
  }
}
