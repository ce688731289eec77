package dev.lightfoot.receive;

import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.util.List;

/// Takes the spans that were received. Called by many threads at once.
public interface SpanSink {
  /// Keeps these spans, all or none. Success is reported to the sender only after this has
  /// returned.
  ///
  /// @throws IOException where they are not kept; the message is a sentence and sent to the sender
  void accept(List<Span> spans) throws IOException;
}
