package dev.lightfoot.shape;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A value that is one thing in the document and another in the record.
///
/// @param refusal what is said of a value that cannot be converted; empty where every value can
record Converted<V, W>(
    Kind<V> kind, Function<V, Optional<W>> there, Function<W, V> back, Optional<String> refusal)
    implements Kind<W> {
  @Override
  public <X extends Exception> W read(DocumentSource<X> in) throws X {
    Optional<W> value = there.apply(kind.read(in));
    if (value.isEmpty()) {
      throw in.refused(refusal.orElseThrow());
    }
    return value.get();
  }

  @Override
  public void write(W value, DocumentSink out) {
    kind.write(back.apply(value), out);
  }

  @Override
  public Kind<W> written() {
    return new Converted<>(kind.written(), there, back, refusal);
  }

  @Override
  public W redact(W value, Redaction redaction) {
    return kind.isHarmless()
        ? value
        : there.apply(kind.redact(back.apply(value), redaction)).orElseThrow();
  }

  @Override
  public boolean isHarmless() {
    return kind.isHarmless();
  }

  @Override
  public boolean showsMark() {
    return refusal.isEmpty() && kind.showsMark();
  }

  @Override
  public Map<String, Object> schema() {
    return kind.schema();
  }
}
