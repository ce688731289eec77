package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The smallest round-trip time seen to each peer: what distance alone costs. Of a server, the
/// minimum over the runs of its TCP connect times, of the kernel's minimum RTT and of the RTT that
/// the QUIC library knows (a QUIC handshake holds cryptography of both sides); of a resolver, its
/// fastest answer per round trip.
public final class Floors {
  private final Map<String, Long> byPeer = new HashMap<>();

  private Floors() {}

  /// The floors that these runs show.
  public static Floors of(List<Run> runs) {
    Floors floors = new Floors();
    for (Run run : runs) {
      for (Exchange exchange : run.exchanges()) {
        exchange.dns().forEach(floors::addQuery);
        exchange.connection().ifPresent(floors::addConnection);
      }
    }
    return floors;
  }

  /// The floor of that peer: literal address and port, or a resolver as a query names it.
  public OptionalLong nanos(String peer) {
    Long floor = byPeer.get(peer);
    return floor == null ? OptionalLong.empty() : OptionalLong.of(floor);
  }

  /// The floor of the peer that carried this exchange; empty where a proxy stands before it: how
  /// far the server is from the proxy cannot be seen from here.
  public OptionalLong nanos(Exchange exchange) {
    return exchange.proxy().isPresent() ? OptionalLong.empty() : connection(exchange);
  }

  /// The floor of the connection's other end: the server, or the proxy before it.
  public OptionalLong connection(Exchange exchange) {
    return exchange
        .connection()
        .flatMap(Connection::address)
        .map(this::nanos)
        .orElse(OptionalLong.empty());
  }

  /// The way to that peer: literal address and port, or a resolver as a query names it.
  Way way(String peer) {
    return new Way(nanos(peer), isHere(peer));
  }

  /// The way to the server; unknown where a proxy stands before it.
  Way way(Exchange exchange) {
    return exchange.proxy().isPresent() ? Way.UNKNOWN : firstWay(exchange);
  }

  /// The way to the connection's other end: the server, or the proxy before it.
  Way firstWay(Exchange exchange) {
    return exchange
        .connection()
        .flatMap(Connection::triedAddress)
        .map(this::way)
        .orElse(Way.UNKNOWN);
  }

  /// Whether a peer is this computer, by its loopback address.
  ///
  /// @param peer literal address and port
  public static boolean isHere(String peer) {
    try {
      return InetAddress.ofLiteral(host(peer)).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The address without its port; asked for each request of a page, so without patterns.
  private static String host(String peer) {
    int bracket = peer.indexOf(']');
    if (peer.startsWith("[") && bracket > 0) {
      return peer.substring(1, bracket);
    }
    int colon = peer.indexOf(':');
    return colon >= 0 && colon == peer.lastIndexOf(':') ? peer.substring(0, colon) : peer;
  }

  private void addQuery(DnsQuery query) {
    int trips = query.trips().orElse(0);
    if (trips > 0 && query.rcode().isPresent()) {
      add(query.server(), query.durationNanos() / trips);
    }
  }

  private void addConnection(Connection connection) {
    for (ConnectionAttempt attempt : connection.attempts()) {
      boolean tcp = attempt.transport().equals(ConnectionAttempt.TCP);
      // A refusal comes back as fast as an acceptance.
      if (tcp && (attempt.outcome().equals(ConnectionAttempt.CONNECTED) || refused(attempt))) {
        add(attempt.address(), attempt.durationNanos());
      }
    }
    connection
        .address()
        .ifPresent(
            peer -> {
              connection.kernel().ifPresent(tcp -> add(peer, tcp.minRttNanos()));
              connection.quic().ifPresent(path -> add(peer, path.rttNanos()));
            });
  }

  private static boolean refused(ConnectionAttempt attempt) {
    return attempt.errorType().equals(Optional.of(ErrorType.CONNECTION_REFUSED.label()));
  }

  private void add(String peer, long nanos) {
    if (nanos > 0) {
      byPeer.merge(peer, nanos, Math::min);
    }
  }
}
