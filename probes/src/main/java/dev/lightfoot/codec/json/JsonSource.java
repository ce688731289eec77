package dev.lightfoot.codec.json;

import dev.lightfoot.codec.text.TextCache;
import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// JSON as a stream of tokens, lenient as writers of traces are not all strict: numbers as text or
/// not, null as absent.
public final class JsonSource implements AutoCloseable {
  /// A number that cannot be.
  public static final long NONE = Long.MIN_VALUE;

  /// Values nested deeper are not kept.
  public static final int MAX_DEPTH = 64;

  /// What is nested deeper than [#MAX_DEPTH] is passed over as far as this, so that it costs one
  /// span only.
  private static final int MAX_SKIPPED_DEPTH = 2_000;

  private static final int MAX_STRING = 64 << 20;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 4 << 10;

  /// The same of files whose faults are to cost one entry only.
  private static final int MAX_TOLERATED_DEPTH = 10_000;

  private static final int MAX_TOLERATED_NUMBER = 4_096;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(constraints(MAX_SKIPPED_DEPTH, MAX_NUMBER))
          .build();

  private static final JsonFactory TOLERANT =
      JsonFactory.builder()
          .streamReadConstraints(constraints(MAX_TOLERATED_DEPTH, MAX_TOLERATED_NUMBER))
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final JsonParser parser;
  private final TextCache texts;
  private final boolean tolerant;

  private JsonSource(JsonParser parser, TextCache texts, boolean tolerant) {
    this.parser = parser;
    this.texts = texts;
    this.tolerant = tolerant;
  }

  /// Of a range of an array.
  public static JsonSource of(byte[] bytes, int offset, int length, TextCache texts) {
    return new JsonSource(
        FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length), texts, false);
  }

  /// Of a stream.
  public static JsonSource of(InputStream in, TextCache texts) {
    return new JsonSource(FACTORY.createParser(ObjectReadContext.empty(), in), texts, false);
  }

  /// Of a stream whose writer is not strict: numbers that are none (`NaN`), longer numbers, deeper
  /// nesting and halves of surrogate pairs are read or passed over.
  public static JsonSource tolerant(InputStream in, TextCache texts) {
    return new JsonSource(TOLERANT.createParser(ObjectReadContext.empty(), in), texts, true);
  }

  private static StreamReadConstraints constraints(int depth, int number) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(depth)
        .maxStringLength(MAX_STRING)
        .maxNumberLength(number)
        .maxNameLength(MAX_NAME)
        .build();
  }

  /// What keeps one copy of each text.
  public TextCache texts() {
    return texts;
  }

  /// The next root value's first token; false at the end.
  public boolean next() {
    return parser.nextToken() != null;
  }

  /// Whether the present value is an object, entered now; anything else is passed over.
  public boolean object() {
    return enters(JsonToken.START_OBJECT);
  }

  /// Whether the present value is an array, entered now; anything else is passed over.
  public boolean array() {
    return enters(JsonToken.START_ARRAY);
  }

  /// Whether the entered array has another element, which is then the present value.
  public boolean element() {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /// Enters one object after another of the present array, for someone who reads each to its end;
  /// what is not an object is passed over.
  public void objects(Runnable each) {
    if (!array()) {
      return;
    }
    while (element()) {
      if (object()) {
        each.run();
      }
    }
  }

  /// Hands on the names and values of a list of `{"key": …, "value": …}`, of those that have a
  /// name.
  ///
  /// @param value makes a text of the present value
  public void pairs(Supplier<String> value, BiConsumer<String, String> into) {
    objects(
        () -> {
          String key = "";
          String given = "";
          while (member()) {
            switch (name()) {
              case "key" -> key = text();
              case "value" -> given = value.get();
              default -> skip();
            }
          }
          if (!key.isEmpty()) {
            into.accept(key, given);
          }
        });
  }

  /// Whether the entered object has another member, whose value is then the present one.
  public boolean member() {
    if (parser.nextName() == null) {
      return false;
    }
    parser.nextToken();
    return true;
  }

  /// The name of the present member.
  public String name() {
    return tolerant ? JsonText.wellFormed(parser.currentName()) : parser.currentName();
  }

  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  public boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  public boolean isNumber() {
    return parser.currentToken().isNumeric();
  }

  /// Passes over the present value.
  public void skip() {
    parser.skipChildren();
  }

  /// The present scalar as text; empty for null and what is not a scalar.
  public String text() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      String text =
          texts.of(
              parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
      return tolerant ? JsonText.wellFormed(text) : text;
    }
    if (token.isBoolean()) {
      return token == JsonToken.VALUE_TRUE ? "true" : "false";
    }
    parser.skipChildren();
    return "";
  }

  /// The present value as text: a scalar as it is, anything else as JSON, cut where it is nested
  /// too deeply.
  public String anyText() {
    if (!isObject() && !isArray()) {
      return text();
    }
    StringBuilder into = new StringBuilder();
    write(0, into);
    return into.toString();
  }

  /// The present number, or one written as text; NaN where it is not a number.
  public double decimalNumber() {
    if (parser.currentToken().isNumeric()) {
      return parser.getDoubleValue();
    }
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// A number of 64 bits without a sign, as number, as text or as its two halves; those beyond 63
  /// bits and what is not a number are [#NONE], null is 0.
  public long number() {
    return WholeNumber.of(parser);
  }

  /// A sentence about what is wrong and where, without what stands there.
  public static String sentence(JacksonException e) {
    var location = e.getLocation();
    String where =
        location == null || location.getLineNr() < 1
            ? ""
            : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    return "It is not valid JSON" + where + ": " + JsonFault.of(e) + ".";
  }

  @Override
  public void close() {
    parser.close();
  }

  private void write(int depth, StringBuilder into) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      JsonText.quote(parser.getString(), into);
    } else if (token.isScalarValue()) {
      into.append(parser.getString());
    } else if (depth >= MAX_DEPTH) {
      parser.skipChildren();
      into.append("null");
    } else {
      inner(token == JsonToken.START_OBJECT, depth, into);
    }
  }

  private void inner(boolean object, int depth, StringBuilder into) {
    into.append(object ? '{' : '[');
    for (int i = 0; object ? member() : element(); i++) {
      into.append(i > 0 ? "," : "");
      if (object) {
        JsonText.quote(name(), into);
        into.append(':');
      }
      write(depth + 1, into);
    }
    into.append(object ? '}' : ']');
  }

  private boolean enters(JsonToken token) {
    if (parser.currentToken() == token) {
      return true;
    }
    parser.skipChildren();
    return false;
  }
}
