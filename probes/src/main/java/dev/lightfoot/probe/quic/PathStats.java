package dev.lightfoot.probe.quic;

import dev.lightfoot.model.connection.QuicPath;
import io.netty.handler.codec.quic.QuicConnectionPathStats;
import java.util.Optional;
import java.util.function.Consumer;

/// What the library knows of a connection's path.
final class PathStats {
  private PathStats() {}

  /// Asks for it; answers on the event loop, with nothing where the connection is closed.
  static void of(QuicConnection connection, Consumer<Optional<QuicPath>> answer) {
    if (!connection.isOpen()) {
      answer.accept(Optional.empty());
      return;
    }
    connection
        .quic()
        .collectPathStats(0)
        .addListener(
            future ->
                answer.accept(
                    future.isSuccess() && future.getNow() instanceof QuicConnectionPathStats stats
                        ? Optional.of(path(stats))
                        : Optional.empty()));
  }

  private static QuicPath path(QuicConnectionPathStats stats) {
    return new QuicPath(
        stats.rtt(),
        stats.cwnd(),
        stats.sent(),
        stats.recv(),
        stats.lost(),
        stats.retrans(),
        stats.pmtu());
  }
}
