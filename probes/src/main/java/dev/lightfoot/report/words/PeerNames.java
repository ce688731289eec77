package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.ledger.Peer;
import java.util.Locale;

/// Peers of a ledger's or a stack's lines as people name them.
public final class PeerNames {
  private PeerNames() {}

  /// Such as `PostgreSQL at 10.0.0.7`.
  public static String of(Peer peer) {
    return switch (peer) {
      case Peer.Known known ->
          say("peer." + known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case Peer.Named named -> named.name();
      case Peer.DataStore store ->
          store
              .address()
              .map(address -> say("peer.at", title(store.system()), address))
              .orElseGet(() -> title(store.system()));
      case Peer.Resolver resolver -> say("peer.resolver", withoutDefaultPort(resolver.server()));
      case Peer.SilentResolver resolver -> say("peer.silent", resolver.server());
      case Peer.LateAnswer late -> say("peer.late", late.type());
      case Peer.Proxy proxy -> say("peer.proxy", proxy.authority());
      case Peer.BehindProxy server -> say("peer.behind-proxy", server.host());
      case Peer.Body body -> body(body);
    };
  }

  /// A database's name as its makers write it: `PostgreSQL` of `postgresql`.
  static String title(String system) {
    return switch (system) {
      case "postgresql" -> "PostgreSQL";
      case "mysql" -> "MySQL";
      case "mariadb" -> "MariaDB";
      case "redis" -> "Redis";
      case "memcached" -> "memcached";
      case "sqlite" -> "SQLite";
      case "mongodb" -> "MongoDB";
      default -> system;
    };
  }

  private static String withoutDefaultPort(String address) {
    if (!address.endsWith(":53")) {
      return address;
    }
    String host = address.substring(0, address.lastIndexOf(':'));
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String body(Peer.Body body) {
    if (body.bytes() == 0) {
      return say("peer.empty");
    }
    String size = Numbers.bytes(body.bytes());
    if (body.rounds().isEmpty()) {
      return say("peer.paced", size);
    }
    int rounds = body.rounds().getAsInt();
    return rounds == 0
        ? say("peer.first-flight", size)
        : say("peer.flights", size, Numbers.count(rounds + 1L));
  }
}
