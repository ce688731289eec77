package dev.lightfoot.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A list of values of one kind.
record Listed<V>(Kind<V> element) implements Kind<List<V>> {
  @Override
  public <X extends Exception> List<V> read(DocumentSource<X> in) throws X {
    return in.list(element);
  }

  @Override
  public void write(List<V> values, DocumentSink out) {
    out.list(values, element);
  }

  @Override
  public Kind<List<V>> written() {
    return new Listed<>(element.written());
  }

  @Override
  public List<V> redact(List<V> values, Redaction redaction) {
    return values.stream().map(value -> element.redact(value, redaction)).toList();
  }

  @Override
  public boolean isHarmless() {
    return element.isHarmless();
  }

  @Override
  public boolean showsMark() {
    return element.showsMark();
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> keywords = new LinkedHashMap<>();
    keywords.put("type", "array");
    keywords.put("items", element.schema());
    return keywords;
  }
}
