package dev.lightfoot.probe.http;

import dev.lightfoot.probe.wire.ConnectionTrace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the HTTP library takes for the addresses of hosts: names are looked up when the first byte
/// for them leaves, which the library knows nothing of.
final class StandIns {
  private final HostAddresses hosts;
  private final Map<ConnectionTrace, InetAddress> opened = new LinkedHashMap<>();
  private int made;

  StandIns(HostAddresses hosts) {
    this.hosts = hosts;
  }

  /// The stand-in of that host. With open connections its name is looked up now, because one of
  /// them may serve it too (connection coalescing, RFC 9113 section 9.1.1): then it has that one's.
  List<InetAddress> of(String host) throws UnknownHostException {
    CallContext call = CallContext.current();
    if (call.proxy().isPresent()) {
      return List.of(fresh(host)); // the proxy looks the name up
    }
    for (Map.Entry<ConnectionTrace, InetAddress> open : opened().entrySet()) {
      List<InetAddress> addresses = hosts.of(host, call.trace());
      Optional<InetSocketAddress> peer = open.getKey().peer();
      if (peer.isPresent() && addresses.contains(peer.get().getAddress())) {
        return List.of(InetAddress.getByAddress(host, open.getValue().getAddress()));
      }
    }
    return List.of(fresh(host));
  }

  private synchronized Map<ConnectionTrace, InetAddress> opened() {
    return new LinkedHashMap<>(opened);
  }

  private synchronized InetAddress fresh(String host) throws UnknownHostException {
    int number = ++made;
    byte[] address = {0, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    return InetAddress.getByAddress(host, address);
  }

  /// A connection was opened to the host of that stand-in.
  synchronized void opened(ConnectionTrace connection, InetAddress standIn) {
    opened.putIfAbsent(connection, standIn);
  }
}
