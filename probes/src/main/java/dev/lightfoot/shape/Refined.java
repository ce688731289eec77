package dev.lightfoot.shape;

import java.util.Map;

/// A kind that is another one but for what it overrides.
interface Refined<V> extends Kind<V> {
  /// The kind that it refines.
  Kind<V> kind();

  @Override
  default <X extends Exception> V read(DocumentSource<X> in) throws X {
    return kind().read(in);
  }

  @Override
  default void write(V value, DocumentSink out) {
    kind().write(value, out);
  }

  @Override
  default Kind<V> written() {
    return kind().written();
  }

  @Override
  default V redact(V value, Redaction redaction) {
    return kind().redact(value, redaction);
  }

  @Override
  default boolean isHarmless() {
    return kind().isHarmless();
  }

  @Override
  default boolean showsMark() {
    return kind().showsMark();
  }

  @Override
  default Map<String, Object> schema() {
    return kind().schema();
  }
}
