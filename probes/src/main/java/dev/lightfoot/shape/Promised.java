package dev.lightfoot.shape;

import java.util.LinkedHashMap;
import java.util.Map;

/// A kind with one more keyword in its schema.
record Promised<V>(Kind<V> kind, String keyword, Object content) implements Kind<V> {
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
    return kind.redact(value, redaction);
  }

  @Override
  public boolean isHarmless() {
    return kind.isHarmless();
  }

  @Override
  public boolean showsMark() {
    return kind.showsMark();
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> keywords = new LinkedHashMap<>(kind.schema());
    keywords.put(keyword, content);
    return keywords;
  }
}
