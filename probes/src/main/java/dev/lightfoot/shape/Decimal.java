package dev.lightfoot.shape;

import java.util.Map;

/// A finite number with a fraction.
///
/// @param isHarmless whether it is declared harmless
public record Decimal(boolean isHarmless) implements Kind<Double> {
  /// One that holds nothing secret.
  public Decimal harmless() {
    return new Decimal(true);
  }

  @Override
  public <X extends Exception> Double read(DocumentSource<X> in) throws X {
    return in.decimal();
  }

  @Override
  public void write(Double value, DocumentSink out) {
    out.decimal(value);
  }

  @Override
  public Double redact(Double value, Redaction redaction) {
    return value;
  }

  @Override
  public boolean showsMark() {
    return false;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "number");
  }
}
