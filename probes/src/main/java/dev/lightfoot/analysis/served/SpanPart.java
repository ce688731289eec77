package dev.lightfoot.analysis.served;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.Locale;

/// What a span is to the request that it belongs to.
public enum SpanPart {
  /// A call to a database, cache or other service, recorded by its caller.
  CALL,
  /// The half of such a call that the called recorded.
  ANSWER,
  /// Making a connection: sockets, handshakes, authentication.
  CONNECT,
  /// Waiting for a connection out of a pool.
  POOL,
  /// Everything else.
  OTHER;

  private static final String POOL_NAME = "db.client.connection.pool.name";

  /// What that span is by itself, whatever is above or below it.
  public static SpanPart of(Span span) {
    return switch (span.layer()) {
      case TCP, TLS, DNS, QUIC -> CONNECT;
      case DATABASE, CACHE -> ofStore(span);
      case EXTERNAL -> isCaller(span) ? CALL : OTHER;
      case APP, MIDDLEWARE -> isPool(span) ? POOL : OTHER;
      default -> OTHER;
    };
  }

  private static SpanPart ofStore(Span span) {
    boolean says = says(span);
    if (!says && isPool(span)) {
      return POOL;
    }
    if (!says && isConnect(span)) {
      return CONNECT;
    }
    return switch (span.kind()) {
      case CLIENT, PRODUCER -> CALL;
      case SERVER, CONSUMER -> ANSWER;
      case INTERNAL -> says ? CALL : OTHER;
    };
  }

  private static boolean isCaller(Span span) {
    return span.kind() == SpanKind.CLIENT || span.kind() == SpanKind.PRODUCER;
  }

  /// Whether it says what was asked.
  private static boolean says(Span span) {
    return span.attributes().get(AttributeNames.DB_QUERY).isPresent()
        || span.attributes()
            .get(AttributeNames.DB_OPERATION)
            .filter(operation -> !operation.equalsIgnoreCase("connect"))
            .isPresent()
        || (span.layer() == Layer.CACHE
            && (span.attributes().get("cache.key").isPresent()
                || span.attributes().get("cache.hit").isPresent()));
  }

  private static boolean isPool(Span span) {
    String name = span.name().toLowerCase(Locale.ROOT);
    if (span.attributes().get(POOL_NAME).isPresent()) {
      return !name.contains("query");
    }
    return name.contains("getconnection")
        || (name.contains("pool") && (name.contains("connect") || name.contains("acquire")))
        || (span.layer() == Layer.DATABASE && name.contains("acquire"));
  }

  private static boolean isConnect(Span span) {
    String name = span.name().toLowerCase(Locale.ROOT);
    return name.contains("connect") || name.contains("authent") || name.contains("handshake");
  }
}
