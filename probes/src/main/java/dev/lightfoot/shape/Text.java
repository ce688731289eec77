package dev.lightfoot.shape;

import java.util.Map;

/// Text.
///
/// @param sensitivity what it may hold
public record Text(Sensitivity sensitivity) implements Kind<String> {
  /// Text that may hold this.
  public Text declared(Sensitivity other) {
    return new Text(other);
  }

  @Override
  public <X extends Exception> String read(DocumentSource<X> in) throws X {
    return in.text();
  }

  @Override
  public void write(String value, DocumentSink out) {
    out.text(value);
  }

  @Override
  public String redact(String value, Redaction redaction) {
    return redaction.text(sensitivity, value);
  }

  @Override
  public boolean isHarmless() {
    return sensitivity == Sensitivity.HARMLESS;
  }

  @Override
  public boolean showsMark() {
    return true;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string");
  }
}
