package dev.lightfoot.probe.wire;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Optional;

/// A TCP socket that notes its connection attempt and every byte. TCP_NODELAY is set: without it
/// the TLS library's small writes wait 32 to 40 ms for a delayed acknowledgement.
public final class WireSocket extends Socket {
  private final ExchangeTrace trace;
  private final ConnectGate gate;
  private final RunSockets sockets;
  private final ConnectionTrace connection;

  WireSocket(ExchangeTrace trace, ConnectGate gate, RunSockets sockets, ConnectionTrace connection)
      throws IOException {
    this.trace = trace;
    this.gate = gate;
    this.sockets = sockets;
    this.connection = connection;
    sockets.add(this);
    setTcpNoDelay(true);
  }

  /// What passes through this socket and whose bytes they are.
  public ConnectionTrace connection() {
    return connection;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    InetSocketAddress peer = (InetSocketAddress) endpoint;
    if (trace.failure().isPresent()) {
      // a refused certificate or address ends the exchange: another address must not be tried
      throw new SocketException("given up: " + trace.failure().get().type());
    }
    if (!gate.admits(peer.getAddress())) {
      trace.fail(Optional.of(Phase.TCP), ErrorType.PRIVATE_ADDRESS, gate.refusal(peer));
      throw new SocketException("private address refused");
    }
    long start = trace.clock().now();
    int attempt = trace.attemptStarted(Addresses.text(peer), start);
    trace.enter(Phase.TCP, start);
    try {
      super.connect(endpoint, timeout);
    } catch (IOException e) {
      trace.attemptEnded(
          attempt,
          trace.clock().now(),
          ConnectErrors.closedHere(e) ? Optional.empty() : Optional.of(ConnectErrors.type(e)));
      throw e;
    }
    trace.attemptConnected(attempt, trace.clock().now());
    connection.connected(peer, getLocalPort());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream noted = noting(super.getInputStream());
    return connection.isTls()
        ? noted
        : TappedStreams.input(noted, connection.wire(), connection::tap);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    OutputStream noted = noting(super.getOutputStream());
    return connection.isTls()
        ? noted
        : TappedStreams.output(noted, connection.wire(), connection::tap);
  }

  private InputStream noting(InputStream raw) {
    return new FilterInputStream(raw) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        long asked = System.nanoTime();
        int count = in.read(bytes, offset, length);
        if (count > 0) {
          connection.wire().read(bytes, offset, count, asked, System.nanoTime());
        }
        return count;
      }
    };
  }

  private OutputStream noting(OutputStream raw) {
    return new FilterOutputStream(raw) {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        long before = System.nanoTime();
        out.write(bytes, offset, length);
        connection.wire().wrote(bytes, offset, length, before, System.nanoTime());
      }
    };
  }

  @Override
  public void close() throws IOException {
    sockets.forget(this);
    super.close();
  }
}
