package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.json.JsonText;
import dev.lightfoot.shape.DocumentSource;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Member;
import dev.lightfoot.shape.Missing;
import dev.lightfoot.shape.Shape;
import dev.lightfoot.shape.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads JSON as a stream, object by object, and always knows where it is. What it is not asked for
/// it keeps as text.
final class SnapshotParser implements DocumentSource<SnapshotFormatException> {
  private final byte[] bytes;
  private final JsonParser parser;
  private final StringBuilder place = new StringBuilder();
  private final Map<String, String> unknown = new HashMap<>();
  private @Nullable SnapshotFormatException refused;
  private final Envelope envelope = new Envelope();

  private SnapshotParser(byte[] bytes) {
    this.bytes = bytes;
    this.parser = SnapshotJson.FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  static SnapshotParser of(byte[] bytes) {
    return new SnapshotParser(bytes);
  }

  /// Reads the whole document.
  <T> T document(Shape<T> root) throws SnapshotFormatException {
    try (parser) {
      parser.nextToken();
      T value = part(root);
      if (parser.nextToken() != null) {
        throw NotJson.of(parser, "something follows the end of the document");
      }
      return value;
    } catch (JacksonException e) {
      throw NotJson.of(parser, e);
    }
  }

  /// What the document says its checksum is, once it has been read.
  Optional<Checksum> checksum() {
    return envelope.checksum();
  }

  /// Members that this version does not know, as text by JSON Pointer.
  Map<String, String> unknown() {
    return unknown;
  }

  /// The members of an object that the shape names; the others are kept. A member that is null
  /// counts as absent.
  @Override
  public <T> T part(Shape<T> shape) throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected("an object is expected here");
    }
    Values<T> values = shape.values();
    Optional<SnapshotFormatException> refusal = Optional.empty();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      long nameAt = parser.currentTokenLocation().getByteOffset();
      int before = enter(name);
      parser.nextToken();
      if (before != 0 || !envelope(name, nameAt)) {
        Optional<SnapshotFormatException> another = member(shape, name, values);
        refusal = refusal.or(() -> another);
      }
      place.setLength(before);
    }
    if (place.isEmpty()) {
      envelope.verify();
    }
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return made(shape, values);
  }

  /// What is wrong with a value is said when its object is whole, so that a document that is cut,
  /// or not a snapshot at all, is reported as that.
  private <T> Optional<SnapshotFormatException> member(
      Shape<T> shape, String name, Values<T> values) throws SnapshotFormatException {
    Member<T, ?> member = shape.member(name);
    JsonToken token = parser.currentToken();
    if (member == null) {
      unknown.put(place.toString(), raw());
    } else if (token != JsonToken.VALUE_NULL && member.isDerived()) {
      derived(member);
    } else if (token != JsonToken.VALUE_NULL) {
      try {
        values.read(member, this);
      } catch (SnapshotFormatException e) {
        if (e != refused || !token.isScalarValue()) {
          throw e;
        }
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private void derived(Member<?, ?> member) throws SnapshotFormatException {
    if (member.isKept()) {
      unknown.put(place.toString(), raw());
    } else {
      parser.skipChildren();
    }
  }

  private <T> T made(Shape<T> shape, Values<T> values) throws SnapshotFormatException {
    try {
      T record = shape.make(values);
      for (Member<T, ?> member : shape.kept()) {
        if (member.isPresent(record)) {
          unknown.remove(place + "/" + member.name());
        }
      }
      return record;
    } catch (Missing e) {
      throw unexpected("the member " + e.member() + " is missing");
    }
  }

  /// Whether the member belongs to the document as such.
  private boolean envelope(String name, long nameAt) throws SnapshotFormatException {
    if (name.equals("checksum")) {
      envelope.checksum(new Checksum(start(), (int) nameAt, text()));
      return true;
    }
    if (envelope.checksum().isPresent()) {
      throw unexpected("checksum must be the last member");
    }
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return name.equals("format") || name.equals("version");
    }
    switch (name) {
      case "format" -> envelope.format(text());
      case "version" -> envelope.version(number());
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public <V> List<V> list(Kind<V> element) throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unexpected("an array is expected here");
    }
    List<V> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int before = enter(Integer.toString(elements.size()));
      elements.add(element.read(this));
      place.setLength(before);
    }
    return elements;
  }

  @Override
  public Map<String, String> texts() throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected("an object is expected here");
    }
    Map<String, String> members = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int before = enter(name);
      parser.nextToken();
      members.put(name, text());
      place.setLength(before);
    }
    return members;
  }

  @Override
  public String text() throws SnapshotFormatException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw unexpected("a string is expected here");
    }
    return JsonText.wellFormed(parser.getString());
  }

  @Override
  public boolean flag() throws SnapshotFormatException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw unexpected("true or false is expected here");
    };
  }

  /// A whole number; `1.0` and `1e3` are whole too.
  @Override
  public long number() throws SnapshotFormatException {
    if (!parser.currentToken().isNumeric()) {
      throw unexpected("a number is expected here");
    }
    try {
      // Nearly all are plain, and a BigDecimal for each would cost more than the rest of it.
      return parser.getNumberType() == NumberType.INT || parser.getNumberType() == NumberType.LONG
          ? parser.getLongValue()
          : parser.getDecimalValue().longValueExact();
    } catch (ArithmeticException e) {
      throw unexpected("a whole number of 64 bits is expected here");
    }
  }

  @Override
  public double decimal() throws SnapshotFormatException {
    if (!parser.currentToken().isNumeric()) {
      throw unexpected("a number is expected here");
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw unexpected("a number of this size is not expected here");
    }
    return value;
  }

  @Override
  public boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  @Override
  public <V> Optional<V> knownElseKept(Reading<V> reading) throws SnapshotFormatException {
    long start = parser.currentTokenLocation().getByteOffset();
    Optional<V> value = reading.read(this);
    if (value.isEmpty()) {
      unknown.keySet().removeIf(pointer -> pointer.startsWith(place + "/"));
      unknown.put(place.toString(), rawFrom(start));
    }
    return value;
  }

  /// The present value as the text it is in the document.
  private String raw() throws SnapshotFormatException {
    long start = parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    return rawFrom(start);
  }

  /// What stands from there to the end of the present value.
  private String rawFrom(long start) throws SnapshotFormatException {
    if (start < 0) {
      throw NotJson.of(parser, "the text is not in UTF-8");
    }
    parser.finishToken();
    int end = Math.toIntExact(parser.currentLocation().getByteOffset());
    return new String(bytes, (int) start, end - (int) start, StandardCharsets.UTF_8).strip();
  }

  /// The value was read, but does not fit.
  @Override
  public SnapshotFormatException refused(String sentence) {
    SnapshotFormatException refusal = unexpected(sentence);
    refused = refusal;
    return refusal;
  }

  private SnapshotFormatException unexpected(String sentence) {
    return SnapshotFormatException.at(place.toString(), sentence);
  }

  private int enter(String name) {
    int before = place.length();
    Pointer.append(place, name);
    return before;
  }

  private int start() {
    int start = 0;
    while (bytes[start] != '{') {
      start++;
    }
    return start;
  }
}
