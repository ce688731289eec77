package dev.lightfoot.probe.wire;

import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.proxy.Tunnel;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/// A TCP connection that is made when its first byte is written, and notes every byte.
///
/// To its user it is connected at once. So everything that can be made ready beforehand is ready
/// when the clock starts: the TLS library has computed its key shares and built the ClientHello,
/// which leaves with the very call that found the address and connected. TCP_NODELAY is set:
/// without it the TLS library's small writes wait 32 to 40 ms for a delayed acknowledgement.
public final class WireSocket extends Socket {
  private static final byte ALERT_RECORD = 21;

  private final ExchangeTrace trace;
  private final Destination destination;
  private final ConnectGate gate;
  private final RunSockets sockets;
  private final ConnectionTrace connection;
  private Optional<InetSocketAddress> endpoint = Optional.empty();
  private volatile Optional<WireChannel> channel = Optional.empty();
  private volatile boolean dialed;
  private volatile boolean closed;
  private final NotedInput input = new NotedInput();
  private volatile int readTimeoutMillis;
  private volatile boolean inputShut;
  private volatile boolean outputShut;
  private Optional<SSLSocket> secured = Optional.empty();

  WireSocket(
      ExchangeTrace trace,
      Destination destination,
      ConnectGate gate,
      RunSockets sockets,
      ConnectionTrace connection)
      throws IOException {
    this.trace = trace;
    this.destination = destination;
    this.gate = gate;
    this.sockets = sockets;
    this.connection = connection;
    sockets.add(this);
  }

  /// What passes through this socket and whose bytes they are.
  public ConnectionTrace connection() {
    return connection;
  }

  @Override
  public void connect(SocketAddress address) throws IOException {
    connect(address, 0);
  }

  /// Remembers where to; see the class.
  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    if (trace.failure().isPresent()) {
      // a refused certificate or address ends the exchange: another address must not be tried
      throw new SocketException("given up: " + trace.failure().get().type());
    }
    endpoint = Optional.of((InetSocketAddress) address);
  }

  /// Connects now, although there is nothing to send yet.
  public void dial() throws IOException {
    dial(new byte[0], 0, 0);
  }

  /// TLS runs over it already.
  public void secured(SSLSocket over) {
    secured = Optional.of(over);
  }

  /// What speaks TLS over it; empty where nothing does yet.
  public Optional<SSLSocket> secured() {
    return secured;
  }

  /// Finds the address, connects, and sends these bytes.
  private void dial(byte[] bytes, int offset, int length) throws IOException {
    if (closed || dialed) {
      throw new SocketException("Socket closed");
    }
    dialed = true;
    InetSocketAddress to = endpoint.orElseThrow(() -> new SocketException("nowhere to connect to"));
    Optional<ProxyServer> proxy = destination.proxy(trace);
    Optional<Tunnel> tunnel =
        proxy
            .filter(_ -> connection.isTls())
            .map(each -> new Tunnel(each, to.getHostString(), to.getPort(), trace));
    ByteBuffer own = ByteBuffer.wrap(bytes, offset, length);
    ConnectGate checked = proxy.isPresent() ? gate.open() : gate;
    ByteBuffer first = tunnel.map(Tunnel::request).orElse(own);
    try (AddressRace race = new AddressRace(trace, checked, sockets, first)) {
      WireChannel open =
          race.connect(
              addresses(proxy.map(ProxyServer::host).orElseGet(to::getHostString)),
              proxy.map(ProxyServer::port).orElseGet(to::getPort));
      channel = Optional.of(open);
      if (closed) {
        open.close(); // meanwhile
      }
      long left = race.firstLeft();
      long hasLeft = race.firstHasLeft();
      if (tunnel.isPresent()) {
        tunnel.get().await(new TunnelInput(open), () -> open.arrival().last(), left);
        long before = System.nanoTime();
        open.write(own);
        hasLeft = System.nanoTime();
        left = open.left(before, length);
      }
      connection.connected(open.peer(), open.localPort(), open.descriptor());
      if (connection.isTls()) {
        trace.enter(Phase.TLS, trace.clock().of(left));
      }
      if (length > 0) {
        connection.wire().wrote(bytes, offset, length, left, hasLeft);
      }
    }
  }

  private List<InetAddress> addresses(String host) throws IOException {
    return Addresses.isLiteral(host)
        ? List.of(InetAddress.ofLiteral(host))
        : destination.addresses(host, trace);
  }

  private WireChannel open() throws IOException {
    return channel.orElseThrow(() -> new SocketException("Socket is not connected"));
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return connection.isTls() ? input : TappedStreams.input(input, connection, this::setSoTimeout);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    OutputStream noted = new NotedOutput();
    return connection.isTls() ? noted : TappedStreams.output(noted, connection);
  }

  /// Takes at once whatever has arrived, and hands it out as it is asked for. Its reader takes a
  /// record's head, then its body, and decrypts before it takes the next: stamped then, bytes that
  /// came together would seem to have come one after the other.
  private final class NotedInput extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      WireChannel from = open();
      try {
        int count = from.read(bytes, offset, length, readTimeoutMillis);
        if (count > 0) {
          connection.wire().read(bytes, offset, count, from.arrival());
        }
        return count;
      } catch (IOException e) {
        if (connection.isLeaving()) {
          return -1;
        }
        throw e;
      }
    }

    @Override
    public int available() {
      return channel.map(WireChannel::available).orElse(0);
    }
  }

  /// What a proxy answers before the connection is the server's.
  private final class TunnelInput extends InputStream {
    private final WireChannel from;

    TunnelInput(WireChannel from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = from.read(bytes, offset, length, readTimeoutMillis);
      trace.stamped(from.arrival().stamped());
      return count;
    }
  }

  private final class NotedOutput extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (channel.isEmpty()) {
        if (connection.isTls() && bytes[offset] == ALERT_RECORD) {
          return; // an alert to a peer that was never there
        }
        dial(bytes, offset, length);
        return;
      }
      WireChannel to = channel.get();
      ByteBuffer all = to.ready(ByteBuffer.wrap(bytes, offset, length));
      long before = System.nanoTime();
      to.write(all);
      long after = System.nanoTime();
      connection.wire().wrote(bytes, offset, length, to.left(before, length), after);
    }
  }

  @Override
  public boolean isConnected() {
    return endpoint.isPresent();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isInputShutdown() {
    return inputShut;
  }

  @Override
  public boolean isOutputShutdown() {
    return outputShut;
  }

  /// On a connection that is closed there is nothing left to do. To Java's TLS a fault here would
  /// be a reason to forget the session, and a reader that finds the end comes here.
  @Override
  public void shutdownInput() throws IOException {
    SocketChannel open = open().channel();
    inputShut = true;
    try {
      open.shutdownInput();
    } catch (ClosedChannelException e) {
      return; // nothing more can come
    }
  }

  /// On a connection that is closed there is nothing left to do, as with its other half.
  @Override
  public void shutdownOutput() throws IOException {
    SocketChannel open = open().channel();
    outputShut = true;
    try {
      open.shutdownOutput();
    } catch (ClosedChannelException e) {
      return; // nothing more can leave
    }
  }

  @Override
  public void setSoTimeout(int millis) {
    readTimeoutMillis = millis;
  }

  @Override
  public int getSoTimeout() {
    return readTimeoutMillis;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    connection.closing();
    sockets.forget(this);
    if (channel.isPresent()) {
      sockets.forget(channel.get());
      channel.get().close();
    }
    super.close();
  }
}
