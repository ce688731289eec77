package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Says which addresses a host has. Asked when the first byte for it is about to leave.
@FunctionalInterface
public interface Destination {

  /// The addresses of that host, the preferred ones first; never none. The list grows when more
  /// become known (RFC 8305 section 3).
  ///
  /// @param host a name; addresses in text form are not asked about
  /// @throws IOException where none can be found; the trace says why
  List<InetAddress> addresses(String host, ExchangeTrace trace) throws IOException;

  /// The proxy to connect to instead; empty where there is none in between.
  ///
  /// @throws IOException where the way must not or cannot be taken; the trace says why
  default Optional<ProxyServer> proxy(ExchangeTrace trace) throws IOException {
    return Optional.empty();
  }
}
