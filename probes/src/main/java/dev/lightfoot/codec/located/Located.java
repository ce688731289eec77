package dev.lightfoot.codec.located;

import dev.lightfoot.codec.json.JsonFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A JSON value that knows where in the file it stands.
///
/// @param line from 1
/// @param place its members and indices from the top: `limits[2].max`; empty for the document
public record Located(int line, String place, Value value) {
  /// What stands there.
  public sealed interface Value {}

  /// An object, its members in order.
  public record Members(Map<String, Located> byName) implements Value {}

  /// A list.
  public record Elements(List<Located> all) implements Value {}

  public record Text(String text) implements Value {}

  public record Numeral(BigDecimal number) implements Value {}

  /// `true`, `false` or `null`, which no member takes.
  public record Word() implements Value {}

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NUMBER = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  /// The document in these bytes.
  public static Located read(byte[] bytes) throws LocatedFormatException {
    JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
    try (parser) {
      if (parser.nextToken() == null) {
        throw new LocatedFormatException(1, "", "The file is empty; it has to be a JSON object.");
      }
      Located document = value(parser, "");
      if (parser.nextToken() != null) {
        throw new LocatedFormatException(
            line(parser), "", "Something follows the end of the document; take it out.");
      }
      return document;
    } catch (JacksonException e) {
      throw new LocatedFormatException(
          e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
          "",
          "This is not JSON: " + JsonFault.of(e) + ".");
    }
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static Located value(JsonParser parser, String place) throws LocatedFormatException {
    int line = line(parser);
    Value value =
        switch (parser.currentToken()) {
          case START_OBJECT -> members(parser, place);
          case START_ARRAY -> elements(parser, place);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getDecimalValue());
          case VALUE_STRING -> new Text(parser.getString());
          default -> new Word();
        };
    return new Located(line, place, value);
  }

  private static Members members(JsonParser parser, String place) throws LocatedFormatException {
    Map<String, Located> members = new LinkedHashMap<>();
    String name = parser.nextName();
    while (name != null) {
      String inner = place.isEmpty() ? name : place + "." + name;
      parser.nextToken();
      Located twice = members.put(name, value(parser, inner));
      if (twice != null) {
        throw new LocatedFormatException(
            line(parser), inner, "This member stands here twice; leave one of them.");
      }
      name = parser.nextName();
    }
    return new Members(members);
  }

  private static Elements elements(JsonParser parser, String place) throws LocatedFormatException {
    List<Located> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, place + "[" + elements.size() + "]"));
    }
    return new Elements(elements);
  }

  /// What is wrong with this value.
  public LocatedFormatException wrong(String sentence) {
    return new LocatedFormatException(line, place, sentence);
  }

  /// Its members in order, where it is an object.
  public Map<String, Located> object() throws LocatedFormatException {
    if (value instanceof Members(Map<String, Located> byName)) {
      return byName;
    }
    throw wrong("This has to be a JSON object.");
  }

  /// Its elements, where it is a list.
  public List<Located> list() throws LocatedFormatException {
    if (value instanceof Elements(List<Located> all)) {
      return all;
    }
    throw wrong("This has to be a list.");
  }

  /// The text, where it is one and not blank.
  public String text() throws LocatedFormatException {
    if (value instanceof Text(String text) && !text.isBlank()) {
      return text;
    }
    throw wrong("This has to be a text that is not empty.");
  }
}
