package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a connection may carry requests to another host (RFC 9113 section 9.1.1): its server has
/// the same address, and its certificate names the host.
final class Coalescing {
  private Coalescing() {}

  static boolean covers(Job opener, Job other) {
    Optional<String> address = address(opener);
    return address.isPresent()
        && address.equals(address(other))
        && names(opener).stream()
            .anyMatch(name -> isNamed(name, Targets.name(other.facts().url())));
  }

  private static Optional<String> address(Job job) {
    return job.facts().connection().flatMap(Connection::address);
  }

  private static List<String> names(Job job) {
    return job.facts()
        .tls()
        .map(TlsFacts::chain)
        .filter(chain -> !chain.isEmpty())
        .map(chain -> chain.getFirst().names())
        .orElse(List.of());
  }

  private static boolean isNamed(String name, String host) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int dot = host.indexOf('.');
    return wanted.equals(host)
        || (wanted.startsWith("*.") && dot > 0 && wanted.substring(1).equals(host.substring(dot)));
  }
}
