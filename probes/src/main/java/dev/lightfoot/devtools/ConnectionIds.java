package dev.lightfoot.devtools;

import dev.lightfoot.devtools.netlog.NetSocket;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connections of a run by the browser's own numbers, counted anew from 1.
final class ConnectionIds {
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Circumstances about;
  private final Map<Long, Integer> ids = new HashMap<>();

  ConnectionIds(Circumstances about) {
    this.about = about;
  }

  /// The connection that carried that request; empty where none did.
  Optional<Connection> of(Hop hop, Way way) {
    long id = hop.connectionId();
    if (id <= 0 || !way.isTransferred()) {
      return Optional.empty();
    }
    boolean first = !ids.containsKey(id);
    int number = ids.computeIfAbsent(id, _ -> ids.size() + 1);
    List<ConnectionAttempt> attempts =
        about.netLog().socket(id).filter(_ -> first).map(this::attempts).orElse(List.of());
    return Optional.of(
        new Connection(number, way.isReused(), address(hop), Optional.empty(), attempts));
  }

  /// The facts of its TLS, where a log of the network has them.
  Optional<TlsFacts> tls(Hop hop, Way way) {
    Optional<TlsFacts> facts =
        about
            .netLog()
            .socket(hop.connectionId())
            .flatMap(socket -> NetLogTls.of(socket, about.clock(), about.isDriven()));
    return way.isReused() ? facts.map(TlsFacts::ofEarlierExchange) : facts;
  }

  /// Within a handshake, the time that the browser took to check the certificate, which had come:
  /// that is this computer's work, and nobody else's.
  List<Late> late(Exchange exchange, long id) {
    if (!(exchange.phases().timing(Phase.TLS).orElse(null) instanceof PhaseTiming.Measured tls)) {
      return List.of();
    }
    return about.netLog().socket(id).stream()
        .filter(socket -> socket.checkFrom().isPresent() && socket.checkTo().isPresent())
        .map(socket -> check(socket, tls))
        .filter(late -> late.durationNanos() > 0)
        .toList();
  }

  private Late check(NetSocket socket, PhaseTiming.Measured tls) {
    long end = tls.startNanos() + tls.durationNanos();
    long from = about.clock().nanos(socket.checkFrom().orElseThrow() / MILLIS_PER_SECOND);
    long to = about.clock().nanos(socket.checkTo().orElseThrow() / MILLIS_PER_SECOND);
    long begin = Math.min(end, Math.max(tls.startNanos(), from));
    return new Late(begin, Math.max(0, Math.min(end, to) - begin));
  }

  /// Those of this run: a connection that was made ahead belongs to the first who uses it.
  private List<ConnectionAttempt> attempts(NetSocket winner) {
    return about.netLog().race(winner).stream()
        .filter(each -> each.connectFrom().isPresent() && !each.address().isEmpty())
        .map(each -> attempt(each, each == winner))
        .filter(attempt -> attempt.startNanos() >= 0)
        .toList();
  }

  private ConnectionAttempt attempt(NetSocket socket, boolean won) {
    double from = socket.connectFrom().orElseThrow();
    long start = about.clock().nanos(from / MILLIS_PER_SECOND);
    long end = about.clock().nanos(socket.connectTo().orElse(from) / MILLIS_PER_SECOND);
    Optional<String> error =
        won || socket.error() == 0
            ? Optional.empty()
            : Optional.of(NetError.ofNumber(socket.error()).errorType());
    String outcome =
        won
            ? ConnectionAttempt.CONNECTED
            : error.isPresent() ? ConnectionAttempt.FAILED : ConnectionAttempt.ABANDONED;
    return new ConnectionAttempt(
        socket.address(),
        start,
        Math.max(0, end - start),
        outcome,
        error,
        socket.isQuic() ? ConnectionAttempt.QUIC : ConnectionAttempt.TCP);
  }

  private static Optional<String> address(Hop hop) {
    return hop.response()
        .text("remoteIPAddress")
        .filter(host -> !host.isEmpty())
        .map(
            host -> {
              boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
              return (bare ? "[" + host + "]" : host)
                  + ":"
                  + (int) hop.response().number("remotePort").orElse(0);
            });
  }
}
