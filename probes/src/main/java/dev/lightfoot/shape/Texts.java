package dev.lightfoot.shape;

import java.util.LinkedHashMap;
import java.util.Map;

/// Texts whose names are data: what they hold is not known beforehand.
record Texts() implements Kind<Map<String, String>> {
  @Override
  public <X extends Exception> Map<String, String> read(DocumentSource<X> in) throws X {
    return in.texts();
  }

  @Override
  public void write(Map<String, String> values, DocumentSink out) {
    out.texts(values);
  }

  @Override
  public Map<String, String> redact(Map<String, String> values, Redaction redaction) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> cleaned.put(name, redaction.text(Sensitivity.UNDECLARED, value)));
    return cleaned;
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
    Map<String, Object> keywords = new LinkedHashMap<>();
    keywords.put("type", "object");
    keywords.put("additionalProperties", Map.of("type", "string"));
    return keywords;
  }
}
