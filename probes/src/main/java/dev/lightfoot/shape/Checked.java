package dev.lightfoot.shape;

import java.util.Map;
import java.util.function.Predicate;

/// A value of another kind that must fit.
///
/// @param refusal what is said of one that does not
record Checked<V>(Kind<V> kind, Predicate<V> fits, String refusal) implements Kind<V> {
  @Override
  public <X extends Exception> V read(Source<X> in) throws X {
    V value = kind.read(in);
    if (!fits.test(value)) {
      throw in.refused(refusal);
    }
    return value;
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
    return kind.redact(value, redaction);
  }

  @Override
  public boolean isHarmless() {
    return kind.isHarmless();
  }

  @Override
  public boolean showsMark() {
    return false;
  }

  @Override
  public Map<String, Object> schema() {
    return kind.schema();
  }
}
