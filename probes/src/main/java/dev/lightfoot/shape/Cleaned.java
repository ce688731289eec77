package dev.lightfoot.shape;

import java.util.Map;
import java.util.function.BiFunction;

/// A kind with a way of its own to be redacted.
record Cleaned<V>(Kind<V> kind, BiFunction<Redaction, V, V> clean) implements Kind<V> {
  @Override
  public <X extends Exception> V read(Source<X> in) throws X {
    return kind.read(in);
  }

  @Override
  public void write(V value, Sink out) {
    kind.write(value, out);
  }

  @Override
  public Kind<V> written() {
    return kind.written();
  }

  @Override
  public V redact(V value, Redaction redaction) {
    return clean.apply(redaction, value);
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
    return kind.schema();
  }
}
