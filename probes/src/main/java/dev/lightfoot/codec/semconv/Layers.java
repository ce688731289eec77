package dev.lightfoot.codec.semconv;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the layer in which a span spends its time: what it calls counts first, then who recorded
/// it.
final class Layers {
  private static final Set<String> CACHES =
      Set.of(
          "redis",
          "valkey",
          "keydb",
          "dragonfly",
          "memcached",
          "memcache",
          "aerospike",
          "hazelcast",
          "ehcache",
          "infinispan");

  private static final Set<String> PROXIES =
      Set.of("nginx", "envoy", "haproxy", "traefik", "caddy", "istio-proxy", "httpd", "varnish");

  private Layers() {}

  /// The layer of a span.
  ///
  /// @param name of the span
  /// @param scope of its recorder, empty where unknown
  static Layer of(SpanKind kind, String name, String scope, AttributeList attributes) {
    Optional<Layer> called = called(scope, attributes);
    if (called.isPresent()) {
      return called.get();
    }
    if (isProxy(scope, attributes)) {
      return Layer.PROXY;
    }
    return switch (kind) {
      case SERVER, CONSUMER -> Layer.APP;
      case CLIENT, PRODUCER -> Layer.EXTERNAL;
      case INTERNAL -> within(name, scope, attributes);
    };
  }

  private static Optional<Layer> called(String scope, AttributeList attributes) {
    String system = attributes.get(AttributeNames.DB_SYSTEM);
    if (system != null) {
      return Optional.of(CACHES.contains(lower(system)) ? Layer.CACHE : Layer.DATABASE);
    }
    if (attributes.has(AttributeNames.DB_QUERY) || attributes.has(AttributeNames.DB_OPERATION)) {
      boolean cache = scope.contains("redis") || scope.contains("memcache");
      return Optional.of(cache ? Layer.CACHE : Layer.DATABASE);
    }
    String peer = attributes.get("peer.service");
    if (peer != null && CACHES.contains(lower(peer))) {
      return Optional.of(Layer.CACHE);
    }
    return attributes.has("cache.key") || attributes.has("cache.hit")
        ? Optional.of(Layer.CACHE)
        : Optional.empty();
  }

  private static boolean isProxy(String scope, AttributeList attributes) {
    return isProxy(scope)
        || "proxy".equals(attributes.get("component"))
        || isProxy(attributes.get(AttributeNames.SERVICE_NAME));
  }

  private static boolean isProxy(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return false;
    }
    return PROXIES.contains(lower(name)) || name.contains("traefik/traefik");
  }

  private static Layer within(String name, String scope, AttributeList attributes) {
    Optional<Layer> connecting = connecting(name, scope);
    if (connecting.isPresent()) {
      return connecting.get();
    }
    if (isMiddleware(name, attributes)) {
      return Layer.MIDDLEWARE;
    }
    return isTemplate(name, scope) ? Layer.TEMPLATE : Layer.APP;
  }

  /// Node's instrumentations of sockets and names.
  private static Optional<Layer> connecting(String name, String scope) {
    if (scope.endsWith("instrumentation-net")) {
      return Optional.of(name.startsWith("tls") ? Layer.TLS : Layer.TCP);
    }
    return scope.endsWith("instrumentation-dns") ? Optional.of(Layer.DNS) : Optional.empty();
  }

  private static boolean isMiddleware(String name, AttributeList attributes) {
    for (String framework : new String[] {"express.type", "koa.type", "fastify.type"}) {
      String type = attributes.get(framework);
      if (type != null) {
        return !type.equals("request_handler");
      }
    }
    return attributes.has("connect.type") || lower(name).contains("middleware");
  }

  private static boolean isTemplate(String name, String scope) {
    String lower = lower(name);
    return lower.startsWith("render")
        || lower.contains("template")
        || lower.contains(".render")
        || scope.contains("jinja2");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
