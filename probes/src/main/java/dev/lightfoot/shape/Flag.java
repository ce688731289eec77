package dev.lightfoot.shape;

import java.util.Map;

/// Yes or no.
///
/// @param isHarmless whether it is declared harmless
public record Flag(boolean isHarmless) implements Kind<Boolean> {
  /// One that holds nothing secret.
  public Flag harmless() {
    return new Flag(true);
  }

  @Override
  public <X extends Exception> Boolean read(DocumentSource<X> in) throws X {
    return in.flag();
  }

  @Override
  public void write(Boolean value, DocumentSink out) {
    out.flag(value);
  }

  @Override
  public Boolean redact(Boolean value, Redaction redaction) {
    return value;
  }

  @Override
  public boolean showsMark() {
    return false;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
