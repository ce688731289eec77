package dev.lightfoot.codec.snapshot;

import dev.lightfoot.shape.DocumentSink;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Shape;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON and puts members that this version does not know back where they were.
final class JsonSink implements DocumentSink {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  private final Unknown unknown;
  private final StringBuilder place = new StringBuilder();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private String name = "";

  JsonSink(Map<String, String> unknownByPointer) {
    unknown = new Unknown(unknownByPointer);
  }

  byte[] toBytes() {
    json.close();
    return out.toByteArray();
  }

  /// The document's own object.
  void document(String format, int version, Runnable members) {
    json.writeStartObject();
    json.writeStringProperty("format", format);
    json.writeNumberProperty("version", version);
    members.run();
    end();
  }

  @Override
  public void name(String memberName) {
    name = memberName;
    json.writeName(memberName);
  }

  @Override
  public void nothing() {
    json.writeNull();
  }

  @Override
  public void text(String value) {
    json.writeString(value);
  }

  @Override
  public void number(long value) {
    json.writeNumber(value);
  }

  @Override
  public void decimal(double value) {
    json.writeNumber(value);
  }

  @Override
  public void flag(boolean value) {
    json.writeBoolean(value);
  }

  @Override
  public <V> void list(List<V> values, Kind<V> element) {
    enter(name);
    json.writeStartArray();
    for (int i = 0; i < values.size(); i++) {
      name = unknown.isEmpty() ? "" : Integer.toString(i);
      element.write(values.get(i), this);
    }
    json.writeEndArray();
    leave();
  }

  @Override
  public <T> void part(T record, Shape<T> shape) {
    enter(name);
    json.writeStartObject();
    shape.write(record, this);
    end();
    leave();
  }

  @Override
  public void texts(Map<String, String> values) {
    json.writeStartObject();
    values.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  @Override
  public boolean isKept(String member) {
    return unknown.at(place).containsKey(member);
  }

  @Override
  public boolean keeps(String member) {
    return unknown.isBelow(place, member);
  }

  private void enter(String member) {
    if (!unknown.isEmpty()) {
      outer.push(place.length());
      Pointer.append(place, member);
    }
  }

  private void leave() {
    if (!unknown.isEmpty()) {
      place.setLength(outer.pop());
    }
  }

  private void end() {
    if (!unknown.isEmpty()) {
      unknown
          .at(place)
          .forEach(
              (member, raw) -> {
                json.writeName(member);
                json.writeRawValue(raw);
              });
    }
    json.writeEndObject();
  }
}
