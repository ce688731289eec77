package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON as a stream, object by object, and always knows where it is. What it is not asked for
/// it keeps as text.
final class JsonSource {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 64 << 20;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 4 << 10;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .maxDocumentLength(SnapshotCodec.MAX_BYTES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final byte[] bytes;
  private final JsonParser parser;
  private final StringBuilder place = new StringBuilder();
  private final Map<String, String> unknown = new HashMap<>();
  private Optional<Checksum> checksum = Optional.empty();

  private JsonSource(byte[] bytes) {
    this.bytes = bytes;
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  static JsonSource of(byte[] bytes) {
    return new JsonSource(bytes);
  }

  /// Reads one kind of value at the present place.
  interface Value<T> {
    T read(JsonSource in) throws SnapshotFormatException;
  }

  /// Reads the whole document.
  <T> T read(Value<T> root) throws SnapshotFormatException {
    try (parser) {
      parser.nextToken();
      T value = root.read(this);
      if (parser.nextToken() != null) {
        throw notJson("something follows the end of the document");
      }
      return value;
    } catch (UnexpectedEndOfInputException e) {
      throw notJson("the text ends too early: the file is cut");
    } catch (StreamConstraintsException e) {
      throw notJson("a limit is exceeded: " + firstLine(e));
    } catch (JacksonException e) {
      throw notJson(firstLine(e));
    }
  }

  /// What the document says its checksum is, once it has been read.
  Optional<Checksum> checksum() {
    return checksum;
  }

  /// Members that nobody asked for, as text by JSON Pointer.
  Map<String, String> unknown() {
    return unknown;
  }

  /// The members of an object that the shape names; the others are kept. A member that is null
  /// counts as absent.
  Members object(Map<String, Value<?>> shape) throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("an object is expected here");
    }
    Map<String, Object> found = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      long nameAt = parser.currentTokenLocation().getByteOffset();
      int before = enter(name);
      parser.nextToken();
      Value<?> value = shape.get(name);
      if (before == 0 && name.equals("checksum")) {
        checksum = Optional.of(new Checksum(start(), (int) nameAt, string()));
      } else if (checksum.isPresent()) {
        throw invalid("checksum must be the last member");
      } else if (value == null) {
        unknown.put(place.toString(), raw());
      } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
        found.put(name, value.read(this));
      }
      place.setLength(before);
    }
    return new Members(this, place.toString(), found);
  }

  <T> List<T> array(Value<T> element) throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw invalid("an array is expected here");
    }
    List<T> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int before = enter(Integer.toString(elements.size()));
      elements.add(element.read(this));
      place.setLength(before);
    }
    return elements;
  }

  /// Each member of an object whose names are data.
  <T> Map<String, T> map(Value<T> member) throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("an object is expected here");
    }
    Map<String, T> members = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int before = enter(name);
      parser.nextToken();
      members.put(name, member.read(this));
      place.setLength(before);
    }
    return members;
  }

  String string() throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw invalid("a string is expected here");
    }
    return wellFormed(parser.getString());
  }

  boolean bool() throws SnapshotFormatException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw invalid("true or false is expected here");
    };
  }

  /// A whole number; `1.0` and `1e3` are whole too.
  long integer() throws SnapshotFormatException {
    if (!parser.currentToken().isNumeric()) {
      throw invalid("a number is expected here");
    }
    try {
      BigDecimal value = parser.getDecimalValue();
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw invalid("a whole number of 64 bits is expected here");
    }
  }

  /// The present value as the text it is in the document.
  String raw() {
    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    parser.skipChildren();
    parser.finishToken();
    int end = Math.toIntExact(parser.currentLocation().getByteOffset());
    return new String(bytes, start, end - start, StandardCharsets.UTF_8).strip();
  }

  /// Whether the present value is an object.
  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /// Where the present value begins.
  int offset() {
    return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
  }

  /// Keeps the value that began there and has just been read as the text it is: this version does
  /// not know it. What was kept of its members is in that text.
  void keepUnknown(int offset) {
    parser.finishToken();
    int end = Math.toIntExact(parser.currentLocation().getByteOffset());
    unknown.keySet().removeIf(pointer -> pointer.startsWith(place + "/"));
    unknown.put(
        place.toString(), new String(bytes, offset, end - offset, StandardCharsets.UTF_8).strip());
  }

  /// Passes over the present value: it follows from others.
  Boolean skip() {
    parser.skipChildren();
    return Boolean.TRUE;
  }

  SnapshotFormatException invalid(String sentence) {
    return new SnapshotFormatException(Reason.INVALID, at(place.toString()) + sentence + ".");
  }

  static SnapshotFormatException invalid(String where, String sentence) {
    return new SnapshotFormatException(Reason.INVALID, at(where) + sentence + ".");
  }

  private SnapshotFormatException notJson(String sentence) {
    var location = parser.currentLocation();
    String where = "At line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    return new SnapshotFormatException(Reason.NOT_JSON, where + sentence + ".");
  }

  private static String at(String where) {
    return where.isEmpty() ? "At the top: " : "At " + where + ": ";
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private int enter(String name) {
    int before = place.length();
    place.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    return before;
  }

  private int start() {
    int start = 0;
    while (bytes[start] != '{') {
      start++;
    }
    return start;
  }

  /// JSON can escape half a surrogate pair, UTF-8 cannot hold it.
  private static String wellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
