package dev.lightfoot.shape;

import java.util.function.BiFunction;

/// A kind with a way of its own to be redacted.
record Cleaned<V>(Kind<V> kind, BiFunction<Redaction, V, V> clean) implements Refined<V> {
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
}
