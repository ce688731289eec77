package dev.lightfoot.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A record that old documents hold as a text, and that newer ones may hold in a way that this
/// version does not know: then there is nothing in the record, and the document keeps what it has.
///
/// @param now the record; what it makes is empty where it does not know what it read
/// @param old what the text of an old document means
record Evolving<T>(Kind<Optional<T>> now, Kind<String> text, Function<String, Optional<T>> old)
    implements Kind<Optional<T>> {
  @Override
  public <X extends Exception> Optional<T> read(DocumentSource<X> in) throws X {
    return in.knownElseKept(this::known);
  }

  private <X extends Exception> Optional<T> known(DocumentSource<X> in) throws X {
    return in.isText() ? old.apply(text.read(in)) : now.read(in);
  }

  @Override
  public void write(Optional<T> value, DocumentSink out) {
    now.write(value, out);
  }

  @Override
  public Optional<T> redact(Optional<T> value, Redaction redaction) {
    return now.redact(value, redaction);
  }

  @Override
  public boolean isHarmless() {
    return now.isHarmless();
  }

  @Override
  public boolean showsMark() {
    return now.showsMark();
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("anyOf", List.of(now.schema(), text.schema()));
  }
}
