package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.json.JsonText;
import dev.lightfoot.codec.semconv.AttributeList;
import java.util.function.BiConsumer;

/// Reads attributes: `[{"key": …, "value": {"stringValue": …}}]`. Values become text: strings as
/// they are, lists and maps as JSON, bytes as base64.
final class JsonValue {
  private final JsonSource json;
  private boolean tooDeep;

  JsonValue(JsonSource json) {
    this.json = json;
  }

  /// Whether a value was nested too deeply to be kept, since the last question.
  boolean tooDeep() {
    boolean was = tooDeep;
    tooDeep = false;
    return was;
  }

  void attributes(AttributeList into) {
    attributes(into::put);
  }

  /// Also from one object of plain values, as some tools write them.
  void attributes(BiConsumer<String, String> into) {
    if (json.isObject()) {
      json.object();
      while (json.member()) {
        String key = json.name();
        into.accept(key, json.anyText());
      }
      return;
    }
    json.pairs(this::value, into);
  }

  /// The present value (AnyValue) as text; empty where it has none.
  String value() {
    if (!json.object()) {
      return "";
    }
    String value = "";
    while (json.member()) {
      switch (json.name()) {
        case "stringValue", "string_value" -> value = json.text();
        case "boolValue", "bool_value", "bytesValue", "bytes_value" -> value = json.text();
        case "intValue", "int_value" -> value = integer();
        case "doubleValue", "double_value" -> value = json.text();
        case "arrayValue", "array_value", "kvlistValue", "kvlist_value" -> value = nested();
        default -> json.skip();
      }
    }
    return value;
  }

  private String integer() {
    if (!json.isObject()) {
      return json.text();
    }
    long number = json.number();
    return number == JsonSource.NONE ? "" : Long.toString(number);
  }

  private String nested() {
    StringBuilder text = new StringBuilder();
    list(json.name().startsWith("kv"), 0, text);
    return text.toString();
  }

  private void list(boolean map, int depth, StringBuilder into) {
    into.append(map ? '{' : '[');
    if (depth >= JsonSource.MAX_DEPTH) {
      tooDeep = true;
      json.skip();
    } else if (json.object()) {
      while (json.member()) {
        if (json.name().equals("values") && json.array()) {
          elements(map, depth, into);
        } else {
          json.skip();
        }
      }
    }
    into.append(map ? '}' : ']');
  }

  private void elements(boolean map, int depth, StringBuilder into) {
    for (int i = 0; json.element(); i++) {
      if (i > 0) {
        into.append(',');
      }
      if (map) {
        entry(depth, into);
      } else {
        any(depth, into);
      }
    }
  }

  private void entry(int depth, StringBuilder into) {
    if (!json.object()) {
      into.append("\"\":null");
      return;
    }
    String key = "";
    StringBuilder value = new StringBuilder();
    while (json.member()) {
      switch (json.name()) {
        case "key" -> key = json.text();
        case "value" -> any(depth, value);
        default -> json.skip();
      }
    }
    JsonText.quote(key, into);
    into.append(':').append(value.isEmpty() ? "null" : value);
  }

  private void any(int depth, StringBuilder into) {
    if (!json.object()) {
      into.append("null");
      return;
    }
    int before = into.length();
    while (json.member()) {
      String name = json.name();
      switch (name) {
        case "stringValue", "string_value", "bytesValue", "bytes_value" ->
            JsonText.quote(json.text(), into);
        case "arrayValue", "array_value", "kvlistValue", "kvlist_value" ->
            list(name.startsWith("kv"), depth + 1, into);
        case "intValue", "int_value" -> into.append(integer());
        case "boolValue", "bool_value", "doubleValue", "double_value" -> into.append(json.text());
        default -> json.skip();
      }
    }
    if (into.length() == before) {
      into.append("null");
    }
  }
}
