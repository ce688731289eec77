package dev.lightfoot.devtools.json;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// One JSON value. What is asked for and is not there, or is of another type, is [#NOTHING] or
/// empty: peers of other versions leave out and add.
public final class JsonValue {
  /// Null, and what is not there.
  public static final JsonValue NOTHING = new JsonValue(null);

  private final @Nullable Object value;

  JsonValue(@Nullable Object value) {
    this.value = value;
  }

  /// An object of these names and values, by turns: texts, numbers, flags, JSON values and lists of
  /// them.
  public static JsonValue object(Object... namesAndValues) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], of(namesAndValues[i + 1]));
    }
    return new JsonValue(members);
  }

  /// A text, number, flag, JSON value or a list of them.
  public static JsonValue of(Object value) {
    return switch (value) {
      case JsonValue json -> json;
      case List<?> several -> new JsonValue(several.stream().map(JsonValue::of).toList());
      case Number number -> new JsonValue(number.doubleValue());
      default -> new JsonValue(value);
    };
  }

  /// Whether there is something other than null.
  public boolean isPresent() {
    return value != null;
  }

  /// The member of that name.
  public JsonValue at(String name) {
    return value instanceof Map<?, ?> members && members.get(name) instanceof JsonValue member
        ? member
        : NOTHING;
  }

  /// The text of that member.
  public Optional<String> text(String name) {
    return at(name).text();
  }

  /// The number of that member.
  public OptionalDouble number(String name) {
    return at(name).number();
  }

  /// Whether that member is true.
  public boolean flag(String name) {
    return Boolean.TRUE.equals(at(name).value);
  }

  /// The value as text, if it is one.
  public Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The value as a number, if it is one or a text that writes one.
  public OptionalDouble number() {
    if (value instanceof Double number) {
      return OptionalDouble.of(number);
    }
    try {
      return value instanceof String text
          ? OptionalDouble.of(Double.parseDouble(text))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /// The elements of an array; none where it is something else.
  public List<JsonValue> elements() {
    List<JsonValue> elements = new ArrayList<>();
    if (value instanceof List<?> several) {
      several.forEach(each -> elements.add((JsonValue) each));
    }
    return elements;
  }

  /// The members of an object in their order; none where it is something else.
  public Map<String, JsonValue> members() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> several) {
      several.forEach((name, member) -> members.put((String) name, (JsonValue) member));
    }
    return members;
  }

  /// The JSON text.
  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonValues.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(out);
    }
    return text.toString();
  }

  private void write(JsonGenerator out) {
    switch (value) {
      case String text -> out.writeString(text);
      case Boolean flag -> out.writeBoolean(flag);
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          out.writeNumber(number.longValue());
      case Double number -> out.writeNumber(number);
      case List<?> _ -> {
        out.writeStartArray();
        elements().forEach(element -> element.write(out));
        out.writeEndArray();
      }
      case Map<?, ?> _ -> {
        out.writeStartObject();
        members()
            .forEach(
                (name, member) -> {
                  out.writeName(name);
                  member.write(out);
                });
        out.writeEndObject();
      }
      case null, default -> out.writeNull();
    }
  }
}
