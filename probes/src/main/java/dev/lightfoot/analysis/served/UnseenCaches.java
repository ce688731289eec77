package dev.lightfoot.analysis.served;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Services that connect to a cache and record no call to it.
final class UnseenCaches {
  private static final Set<String> PORTS = Set.of("6379", "6380", "11211", "11212", "5701");
  private static final List<String> NAMES = List.of("cache", "redis", "memcache", "valkey");

  private final Map<String, List<Span>> hints = new LinkedHashMap<>();
  private final Map<String, ServedRequest> requests = new LinkedHashMap<>();
  private final Set<String> seeing = new HashSet<>();

  static UnseenCaches of(List<ServedRequest> all) {
    UnseenCaches caches = new UnseenCaches();
    for (ServedRequest request : all) {
      caches.add(request);
    }
    caches.hints.keySet().removeAll(caches.seeing);
    return caches;
  }

  private void add(ServedRequest request) {
    for (int i = 0; i < request.size(); i++) {
      Span span = request.tree().span(request.position(i));
      if (span.layer() == Layer.CACHE) {
        if (request.part(request.position(i)) == SpanPart.CALL) {
          seeing.add(request.service());
        }
      } else if (mayConnect(span) && isToCache(span.attributes())) {
        hints.computeIfAbsent(request.service(), _ -> new ArrayList<>()).add(span);
        requests.putIfAbsent(request.service(), request);
      }
    }
  }

  private static boolean mayConnect(Span span) {
    return span.layer() == Layer.TCP || span.layer() == Layer.TLS || span.layer() == Layer.EXTERNAL;
  }

  private static boolean isToCache(Attributes attributes) {
    boolean port =
        attributes
            .get(AttributeNames.SERVER_PORT)
            .or(() -> attributes.get(AttributeNames.PEER_PORT))
            .filter(PORTS::contains)
            .isPresent();
    return port
        || attributes
            .get(AttributeNames.SERVER_ADDRESS)
            .or(() -> attributes.get("peer.service"))
            .or(() -> attributes.get(AttributeNames.PEER_ADDRESS))
            .filter(UnseenCaches::isNamedSo)
            .isPresent();
  }

  private static boolean isNamedSo(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(lower::contains);
  }

  /// What shows it, by service.
  Map<String, List<Span>> hints() {
    return hints;
  }

  /// The first request of that service that shows it.
  ServedRequest request(String service) {
    return Objects.requireNonNull(requests.get(service));
  }
}
