package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.model.span.Span;
import java.util.List;
import java.util.Optional;

/// A trace to look at.
///
/// @param name for people: its trace id, or the file it comes from
/// @param spans all that is known of it
/// @param spanId of the span to look at first; empty for the first one
public record TraceSource(String name, List<Span> spans, Optional<String> spanId) {
  public TraceSource(String name, List<Span> spans) {
    this(name, spans, Optional.empty());
  }
}
