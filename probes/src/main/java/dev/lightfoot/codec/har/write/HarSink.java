package dev.lightfoot.codec.har.write;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the JSON of a HAR. Knows which members an object has already, so that nothing that was
/// kept of another program's file says a second time what we say ourselves.
final class HarSink implements AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final int DECIMALS = 6;

  private final JsonGenerator json;
  private final Deque<Set<String>> written = new ArrayDeque<>();

  HarSink(OutputStream out) {
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  void object(Runnable members) {
    json.writeStartObject();
    written.push(new HashSet<>());
    members.run();
    written.pop();
    json.writeEndObject();
  }

  void object(String name, Runnable members) {
    name(name);
    object(members);
  }

  void array(String name, Runnable elements) {
    name(name);
    json.writeStartArray();
    elements.run();
    json.writeEndArray();
  }

  void text(String name, String value) {
    name(name);
    json.writeString(value);
  }

  void text(String name, Optional<String> value) {
    value.ifPresent(text -> text(name, text));
  }

  void texts(String name, Collection<String> values) {
    if (!values.isEmpty()) {
      array(name, () -> values.forEach(json::writeString));
    }
  }

  void texts(String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      object(name, () -> values.forEach(this::text));
    }
  }

  void numbers(String name, Collection<Integer> values) {
    if (!values.isEmpty()) {
      array(name, () -> values.forEach(json::writeNumber));
    }
  }

  void number(String name, long value) {
    name(name);
    json.writeNumber(value);
  }

  void flag(String name, boolean value) {
    name(name);
    json.writeBoolean(value);
  }

  /// In milliseconds, exactly.
  void millis(String name, long nanos) {
    name(name);
    json.writeRawValue(
        nanos == 0
            ? "0"
            : BigDecimal.valueOf(nanos, DECIMALS).stripTrailingZeros().toPlainString());
  }

  void millis(String name, OptionalLong nanos) {
    if (nanos.isPresent()) {
      millis(name, nanos.getAsLong());
    }
  }

  void millis(String name, Map<String, Long> nanos) {
    if (!nanos.isEmpty()) {
      object(name, () -> nanos.forEach(this::millis));
    }
  }

  /// Those members of a kept object that the present one does not have.
  void kept(KeptMembers kept) {
    kept.each(
        (name, raw) -> {
          if (!written.element().contains(name)) {
            name(name);
            json.writeRawValue(raw);
          }
        });
  }

  private void name(String name) {
    json.writeName(name);
    written.element().add(name);
  }

  @Override
  public void close() {
    json.close();
  }
}
