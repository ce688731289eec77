package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/// Makes the sockets of a measurement. Only unconnected ones are asked for.
public final class WireSocketFactory extends SocketFactory {
  private final Supplier<ExchangeTrace> exchange;
  private final Destination destination;
  private final Supplier<ConnectGate> gate;
  private final RunSockets sockets;
  private final Function<ConnectionTrace, PlainTap> plainText;

  /// Makes sockets for whatever exchange is under way.
  ///
  /// @param exchange the exchange that a new socket is for
  /// @param destination who knows the addresses of a host
  /// @param gate who says where it may connect
  /// @param sockets who can close them all
  /// @param plainText what follows the bytes where no TLS comes
  public WireSocketFactory(
      Supplier<ExchangeTrace> exchange,
      Destination destination,
      Supplier<ConnectGate> gate,
      RunSockets sockets,
      Function<ConnectionTrace, PlainTap> plainText) {
    this.exchange = exchange;
    this.destination = destination;
    this.gate = gate;
    this.sockets = sockets;
    this.plainText = plainText;
  }

  @Override
  public WireSocket createSocket() throws IOException {
    ExchangeTrace madeFor = exchange.get();
    ConnectionTrace connection = new ConnectionTrace(sockets.nextNumber(), madeFor);
    connection.tap(plainText.apply(connection));
    return new WireSocket(madeFor, destination, gate.get(), sockets, connection);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
    throw unconnectedOnly();
  }

  private static UnsupportedOperationException unconnectedOnly() {
    return new UnsupportedOperationException("only unconnected sockets are made here");
  }
}
