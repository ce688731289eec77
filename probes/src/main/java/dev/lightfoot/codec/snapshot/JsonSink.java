package dev.lightfoot.codec.snapshot;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON and puts members that nobody knows back where they were.
final class JsonSink {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  private final Map<String, SortedMap<String, String>> unknown = new HashMap<>();
  private final StringBuilder place = new StringBuilder();
  private final Deque<Integer> outer = new ArrayDeque<>();

  JsonSink(Map<String, String> unknownByPointer) {
    unknownByPointer.forEach(
        (pointer, raw) -> {
          int last = pointer.lastIndexOf('/');
          String name = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
          unknown.computeIfAbsent(pointer.substring(0, last), _ -> new TreeMap<>()).put(name, raw);
        });
  }

  byte[] toBytes() {
    json.close();
    return out.toByteArray();
  }

  /// The document's own object.
  void root(Runnable members) {
    json.writeStartObject();
    members.run();
    end();
  }

  void object(String name, Runnable members) {
    json.writeName(name);
    enter(name);
    json.writeStartObject();
    members.run();
    end();
    leave();
  }

  <T> void object(String name, Optional<T> value, Consumer<T> members) {
    value.ifPresentOrElse(
        present -> object(name, () -> members.accept(present)), () -> nothing(name));
  }

  <T> void objects(String name, List<T> values, Consumer<T> members) {
    json.writeArrayPropertyStart(name);
    enter(name);
    for (int i = 0; i < values.size(); i++) {
      enter(Integer.toString(i));
      json.writeStartObject();
      members.accept(values.get(i));
      end();
      leave();
    }
    leave();
    json.writeEndArray();
  }

  void text(String name, String value) {
    json.writeStringProperty(name, value);
  }

  /// Null where it is absent.
  void text(String name, Optional<String> value) {
    value.ifPresentOrElse(present -> text(name, present), () -> nothing(name));
  }

  /// Left out where it is absent.
  void textIfAny(String name, Optional<String> value) {
    value.ifPresent(present -> text(name, present));
  }

  void texts(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  void pair(String first, String second) {
    json.writeStartArray();
    json.writeString(first);
    json.writeString(second);
    json.writeEndArray();
  }

  void array(String name, Runnable elements) {
    json.writeArrayPropertyStart(name);
    elements.run();
    json.writeEndArray();
  }

  void number(String name, long value) {
    json.writeNumberProperty(name, value);
  }

  /// Left out where it is absent.
  void number(String name, OptionalLong value) {
    value.ifPresent(present -> number(name, present));
  }

  /// Left out where it is absent.
  void number(String name, OptionalInt value) {
    value.ifPresent(present -> number(name, present));
  }

  /// Null, unless a value that nobody knows is put back there.
  void nothing(String name) {
    if (!unknown.getOrDefault(place.toString(), new TreeMap<>()).containsKey(name)) {
      json.writeNullProperty(name);
    }
  }

  void flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
  }

  private void enter(String name) {
    outer.push(place.length());
    place.append('/').append(name.replace("~", "~0").replace("/", "~1"));
  }

  private void leave() {
    place.setLength(outer.pop());
  }

  private void end() {
    unknown
        .getOrDefault(place.toString(), new TreeMap<>())
        .forEach(
            (name, raw) -> {
              json.writeName(name);
              json.writeRawValue(raw);
            });
    json.writeEndObject();
  }
}
