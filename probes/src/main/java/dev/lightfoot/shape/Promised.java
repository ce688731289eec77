package dev.lightfoot.shape;

import java.util.LinkedHashMap;
import java.util.Map;

/// A kind with one more keyword in its schema.
record Promised<V>(Kind<V> kind, String keyword, Object content) implements Refined<V> {
  @Override
  public Map<String, Object> schema() {
    Map<String, Object> keywords = new LinkedHashMap<>(kind.schema());
    keywords.put(keyword, content);
    return keywords;
  }
}
