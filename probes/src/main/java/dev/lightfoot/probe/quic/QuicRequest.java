package dev.lightfoot.probe.quic;

import dev.lightfoot.model.Header;
import dev.lightfoot.probe.wire.ResponseWatcher;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okio.ByteString;

/// One request over HTTP/3.
///
/// @param host the host whose certificate must be shown
/// @param port the UDP port, which is the origin's or the one it names for HTTP/3
/// @param authority host and port of the origin, as in its URL
/// @param addresses what the host resolves to, in the order to try
/// @param method HTTP method
/// @param target path and query
/// @param headers lines to send, in order
/// @param body the body; empty for none
/// @param patience how long a first answer may take before QUIC is given up; empty for as long as
///   the run may take
/// @param partition what connections are shared within, beside the place they lead to
/// @param watcher follows the response
public record QuicRequest(
    String host,
    int port,
    String authority,
    List<InetAddress> addresses,
    String method,
    String target,
    List<Header> headers,
    Optional<ByteString> body,
    Optional<Duration> patience,
    String partition,
    ResponseWatcher watcher) {
  public QuicRequest {
    addresses = List.copyOf(addresses);
    headers = List.copyOf(headers);
  }

  /// A request of a probe.
  public QuicRequest(
      String host,
      int port,
      String authority,
      List<InetAddress> addresses,
      String method,
      String target,
      List<Header> headers,
      Optional<ByteString> body,
      Optional<Duration> patience) {
    this(
        host,
        port,
        authority,
        addresses,
        method,
        target,
        headers,
        body,
        patience,
        "",
        ResponseWatcher.NONE);
  }

  /// Where connections to the same place are kept under.
  String place() {
    return place(partition, host, port);
  }

  static String place(String partition, String host, int port) {
    return partition + host + ":" + port;
  }
}
