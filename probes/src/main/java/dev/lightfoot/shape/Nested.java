package dev.lightfoot.shape;

import java.util.Map;
import java.util.function.Supplier;

/// A record within the record: its own members say what is harmless.
record Nested<T>(Supplier<Shape<T>> shape) implements Kind<T> {
  @Override
  public <X extends Exception> T read(DocumentSource<X> in) throws X {
    return in.part(shape.get());
  }

  @Override
  public void write(T value, DocumentSink out) {
    out.part(value, shape.get());
  }

  @Override
  public T redact(T value, Redaction redaction) {
    return shape.get().redact(value, redaction);
  }

  @Override
  public boolean isHarmless() {
    return false;
  }

  @Override
  public boolean showsMark() {
    return true;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("$ref", shape.get());
  }
}
