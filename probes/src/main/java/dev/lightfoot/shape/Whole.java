package dev.lightfoot.shape;

import java.util.Map;

/// A whole number of 64 bits.
///
/// @param isHarmless whether it is declared harmless
public record Whole(boolean isHarmless) implements Kind<Long> {
  /// One that holds nothing secret.
  public Whole harmless() {
    return new Whole(true);
  }

  @Override
  public <X extends Exception> Long read(DocumentSource<X> in) throws X {
    return in.number();
  }

  @Override
  public void write(Long value, DocumentSink out) {
    out.number(value);
  }

  @Override
  public Long redact(Long value, Redaction redaction) {
    return value;
  }

  @Override
  public boolean showsMark() {
    return false;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "integer");
  }
}
