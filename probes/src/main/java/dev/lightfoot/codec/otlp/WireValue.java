package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.json.JsonText;
import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.text.TextCache;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BiConsumer;

/// Reads attributes (KeyValue, AnyValue): values become text as in [JsonValue].
final class WireValue {
  private static final int STRING = 1;
  private static final int BOOL = 2;
  private static final int INT = 3;
  private static final int DOUBLE = 4;
  private static final int ARRAY = 5;
  private static final int KVLIST = 6;
  private static final int BYTES = 7;

  private final WireFormat wire;
  private final TextCache texts;
  private boolean tooDeep;

  WireValue(WireFormat wire, TextCache texts) {
    this.wire = wire;
    this.texts = texts;
  }

  /// Whether a value was nested too deeply to be kept, since the last question.
  boolean tooDeep() {
    boolean was = tooDeep;
    tooDeep = false;
    return was;
  }

  /// The present field as text.
  String text() throws MalformedOtlpException {
    int length = bytes();
    String text = texts.of(wire.bytes(), wire.at(), length);
    wire.pass(length);
    return text;
  }

  /// The length of the present field's bytes.
  int bytes() throws MalformedOtlpException {
    expect(WireFormat.BYTES);
    return wire.length();
  }

  /// The present field, a number of variable length.
  long varint() throws MalformedOtlpException {
    expect(WireFormat.VARINT);
    return wire.varint();
  }

  long fixed64() throws MalformedOtlpException {
    expect(WireFormat.FIXED64);
    return wire.fixed64();
  }

  long fixed32() throws MalformedOtlpException {
    expect(WireFormat.FIXED32);
    return wire.fixed32();
  }

  /// Enters the message that is the present field.
  int enter() throws MalformedOtlpException {
    expect(WireFormat.BYTES);
    return wire.enter();
  }

  void attribute(AttributeList into) throws MalformedOtlpException {
    attribute(into::put);
  }

  /// The present field, a KeyValue.
  void attribute(BiConsumer<String, String> into) throws MalformedOtlpException {
    int outer = enter();
    String key = "";
    String value = "";
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case 1 -> key = text();
        case 2 -> value = value();
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    if (!key.isEmpty()) {
      into.accept(key, value);
    }
  }

  private String value() throws MalformedOtlpException {
    int outer = enter();
    String value = "";
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case STRING -> value = text();
        case BOOL -> value = varint() == 0 ? "false" : "true";
        case INT -> value = Long.toString(varint());
        case DOUBLE -> value = Double.toString(Double.longBitsToDouble(fixed64()));
        case BYTES -> value = base64();
        case ARRAY, KVLIST -> {
          StringBuilder text = new StringBuilder();
          list(field == KVLIST, 0, text);
          value = text.toString();
        }
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    return value;
  }

  private String base64() throws MalformedOtlpException {
    int length = bytes();
    byte[] copy = Arrays.copyOfRange(wire.bytes(), wire.at(), wire.at() + length);
    wire.pass(length);
    return Base64.getEncoder().encodeToString(copy);
  }

  private void list(boolean map, int depth, StringBuilder into) throws MalformedOtlpException {
    int outer = enter();
    into.append(map ? '{' : '[');
    boolean first = true;
    if (depth >= JsonSource.MAX_DEPTH) {
      tooDeep = true;
      wire.range(wire.end(), wire.end());
    }
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field != 1) {
        wire.skip();
        continue;
      }
      if (!first) {
        into.append(',');
      }
      first = false;
      if (map) {
        entry(depth, into);
      } else {
        any(depth, into);
      }
    }
    into.append(map ? '}' : ']');
    wire.leave(outer);
  }

  private void entry(int depth, StringBuilder into) throws MalformedOtlpException {
    int outer = enter();
    String key = "";
    StringBuilder value = new StringBuilder();
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case 1 -> key = text();
        case 2 -> any(depth, value);
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    JsonText.quote(key, into);
    into.append(':').append(value.isEmpty() ? "null" : value);
  }

  private void any(int depth, StringBuilder into) throws MalformedOtlpException {
    int outer = enter();
    int before = into.length();
    for (int field = wire.field(); field != 0; field = wire.field()) {
      switch (field) {
        case STRING -> JsonText.quote(text(), into);
        case BOOL -> into.append(varint() != 0);
        case INT -> into.append(varint());
        case DOUBLE -> into.append(Double.longBitsToDouble(fixed64()));
        case BYTES -> JsonText.quote(base64(), into);
        case ARRAY, KVLIST -> list(field == KVLIST, depth + 1, into);
        default -> wire.skip();
      }
    }
    if (into.length() == before) {
      into.append("null");
    }
    wire.leave(outer);
  }

  private void expect(int type) throws MalformedOtlpException {
    if (wire.type() != type) {
      throw wire.damaged("a field is not written as OTLP writes it");
    }
  }
}
