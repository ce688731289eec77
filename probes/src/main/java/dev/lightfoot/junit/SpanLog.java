package dev.lightfoot.junit;

import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.util.List;

/// Where spans of the requests of a test are found.
interface SpanLog extends AutoCloseable {
  /// Forgets what was recorded until now.
  void begin() throws IOException;

  /// What was recorded since.
  List<Span> spans() throws IOException;

  @Override
  void close() throws IOException;
}
