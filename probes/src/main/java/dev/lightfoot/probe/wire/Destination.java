package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// Says which addresses a host has. Asked when the first byte for it is about to leave.
@FunctionalInterface
public interface Destination {

  /// The addresses of that host, the preferred ones first; never none.
  ///
  /// @param host a name; addresses in text form are not asked about
  /// @throws IOException where none can be found; the trace says why
  List<InetAddress> addresses(String host, ExchangeTrace trace) throws IOException;
}
