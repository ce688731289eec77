package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.dns.HttpsRecord;
import dev.lightfoot.probe.http.wire.AltSvc;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/// Which origins are known to speak HTTP/3, and on which port: from their `Alt-Svc` fields (RFC
/// 7838) and their HTTPS records in DNS (RFC 9460). Remembered for one series of runs and no
/// longer: nothing is carried from one measurement into the next.
///
/// Only the origin's own host is gone to: an alternative on another host is left alone.
public final class AlternativeServices {
  private static final String H3 = "h3";

  private final boolean ignored;

  /// None known yet.
  public AlternativeServices() {
    this(false);
  }

  private AlternativeServices(boolean ignored) {
    this.ignored = ignored;
  }

  /// Learns of none, so that every request goes over TCP.
  public static AlternativeServices ignored() {
    return new AlternativeServices(true);
  }

  private record Place(int port, long untilNanoTime) {}

  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  /// Takes what a response says of its origin. Only https is believed (RFC 7838 section 2.1).
  void learn(HttpUrl url, List<Header> headers) {
    if (ignored || !url.isHttps()) {
      return;
    }
    for (Header header : headers) {
      if (header.named("alt-svc")) {
        learn(url, header.value());
      }
    }
  }

  private void learn(HttpUrl url, String value) {
    if (AltSvc.clears(value)) {
      places.remove(origin(url));
      return;
    }
    AltSvc.services(value).stream()
        .filter(service -> service.protocol().equals(H3))
        .filter(service -> service.host().isEmpty() || service.host().equals(url.host()))
        .findFirst()
        .ifPresent(
            service ->
                places.put(origin(url), new Place(service.port(), after(service.maxAgeSeconds()))));
  }

  /// Takes what DNS says of a host. An alias, a target elsewhere and a record with keys that this
  /// client does not know are left alone (RFC 9460 section 8).
  public void learn(HttpUrl url, HostFacts facts) {
    if (ignored || !url.isHttps() || !url.host().equals(facts.host())) {
      return;
    }
    facts.https().stream()
        .filter(record -> !record.isAlias() && record.alpn().contains(H3))
        .filter(record -> isHere(record, url.host()))
        .filter(record -> record.mandatory().stream().allMatch(AlternativeServices::isKnown))
        .findFirst()
        .ifPresent(
            record ->
                places.putIfAbsent(
                    origin(url),
                    new Place(record.port().orElse(url.port()), after(record.ttlSeconds()))));
  }

  private static boolean isHere(HttpsRecord record, String host) {
    return record.target().equals(".") || record.target().equals(host + ".");
  }

  private static boolean isKnown(String key) {
    return switch (key) {
      case "alpn", "no-default-alpn", "port", "ipv4hint", "ipv6hint" -> true;
      default -> false;
    };
  }

  private static long after(long seconds) {
    return System.nanoTime() + Math.min(seconds, 1_000_000_000L) * 1_000_000_000L;
  }

  /// The UDP port on which that origin speaks HTTP/3; empty where that is not known, or where it
  /// was tried and did not work.
  OptionalInt port(HttpUrl url) {
    Place place = places.get(origin(url));
    boolean holds = place != null && place.untilNanoTime - System.nanoTime() > 0;
    return !url.isHttps() || !holds || place == null || broken.contains(origin(url))
        ? OptionalInt.empty()
        : OptionalInt.of(place.port);
  }

  /// HTTP/3 did not work there: it is not tried again in this series.
  void didNotWork(HttpUrl url) {
    broken.add(origin(url));
  }

  /// Whether any origin is known to speak HTTP/3.
  public boolean isEmpty() {
    return places.isEmpty();
  }

  private static String origin(HttpUrl url) {
    return url.host() + ":" + url.port();
  }
}
