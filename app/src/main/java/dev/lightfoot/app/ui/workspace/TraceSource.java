package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.model.span.Span;
import java.util.List;

/// A trace to look at.
///
/// @param name for people: its trace id, or the file it comes from
/// @param spans all that is known of it
public record TraceSource(String name, List<Span> spans) {}
