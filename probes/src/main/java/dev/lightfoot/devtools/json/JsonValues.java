package dev.lightfoot.devtools.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON value by value, so that of a long array only one element is held at a time.
public final class JsonValues implements AutoCloseable {
  /// Values nested deeper are refused.
  public static final int MAX_DEPTH = 64;

  /// Longer texts are refused.
  public static final int MAX_TEXT = 64 << 20;

  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 4 << 10;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonValues(JsonParser parser) {
    this.parser = parser;
  }

  /// Of a stream, which is closed with it.
  public static JsonValues of(InputStream in) {
    return new JsonValues(FACTORY.createParser(ObjectReadContext.empty(), in));
  }

  /// The one value that these bytes hold.
  ///
  /// @throws JacksonException where they are not JSON, or beyond the limits
  public static JsonValue parse(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      parser.nextToken();
      return new JsonValues(parser).value();
    }
  }

  /// The one value that this text holds.
  ///
  /// @throws JacksonException where it is not JSON, or beyond the limits
  public static JsonValue parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return new JsonValues(parser).value();
    }
  }

  /// Goes to the next token; false at the end.
  public boolean next() {
    return parser.nextToken() != null;
  }

  /// Whether an object begins here.
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /// Whether an array begins here.
  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /// Goes to the next element of the array begun; false at its end.
  public boolean element() {
    JsonToken token = parser.nextToken();
    return token != null && token != JsonToken.END_ARRAY;
  }

  /// Goes to the value of the object's next member and gives back its name; empty at its end.
  public Optional<String> member() {
    Optional<String> name = Optional.ofNullable(parser.nextName());
    name.ifPresent(_ -> parser.nextToken());
    return name;
  }

  /// Passes over the present value.
  public void skip() {
    parser.skipChildren();
  }

  /// The present value, whole.
  public JsonValue value() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return JsonValue.NOTHING;
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new JsonValue(parser.getString());
      case VALUE_TRUE -> new JsonValue(true);
      case VALUE_FALSE -> new JsonValue(false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue(parser.getDoubleValue());
      default -> JsonValue.NOTHING;
    };
  }

  private JsonValue object() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      members.put(name, value());
    }
    return new JsonValue(members);
  }

  private JsonValue array() {
    List<JsonValue> elements = new ArrayList<>();
    while (element()) {
      elements.add(value());
    }
    return new JsonValue(elements);
  }

  @Override
  public void close() {
    parser.close();
  }
}
