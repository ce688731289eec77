package dev.lightfoot.codec.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// One line of a JSON log: the members of its object that are text, numbers or truth values, as
/// text. Nested values are passed over.
public final class FlatJson {
  private static final int DEPTH = 64;
  private static final int NUMBER_DIGITS = 64;
  private static final int NAME_LENGTH = 4096;
  private static final int MEMBERS = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(NUMBER_DIGITS)
                  .maxNameLength(NAME_LENGTH)
                  .build())
          .build();

  private FlatJson() {}

  /// Those of a line; empty where the line is not one object of JSON
  public static Optional<Map<String, String>> of(String line) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, String> members = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        member(parser, members);
      }
      return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static void member(JsonParser parser, Map<String, String> members) {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (value.isStructStart()) {
      parser.skipChildren();
    } else if (value != JsonToken.VALUE_NULL && members.size() < MEMBERS) {
      members.put(name, parser.getString());
    }
  }
}
