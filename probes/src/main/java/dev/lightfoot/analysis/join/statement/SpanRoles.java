package dev.lightfoot.analysis.join.statement;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.Optional;

/// Which side of a call recorded a span.
public final class SpanRoles {
  private SpanRoles() {}

  /// Whether a database or cache recorded it, not its client.
  public static boolean isServersOwn(Span span) {
    return (span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE)
        && span.kind() == SpanKind.SERVER;
  }

  /// Whether it is what a proxy recorded of asking an upstream server.
  public static boolean isUpstream(Span span) {
    return span.layer() == Layer.APP && span.kind() == SpanKind.CLIENT;
  }

  /// The process that recorded it.
  public static Optional<String> process(Span span) {
    return span.attributes().get(AttributeNames.PROCESS_ID);
  }

  /// The thread or session that recorded it.
  public static String recorder(Span span) {
    // a cache serves all its sessions in one process: they differ by the client's port
    Optional<String> session =
        isServersOwn(span) ? span.attributes().get(AttributeNames.PEER_PORT) : Optional.empty();
    return process(span).or(() -> session).orElse("")
        + "/"
        + span.attributes().get(AttributeNames.THREAD_ID).orElse("");
  }
}
