package dev.lightfoot.probe.quic;

import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.tls.EngineTrust;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.RunSockets;
import dev.lightfoot.probe.wire.SharedConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import io.netty.handler.codec.quic.QuicSslEngine;
import io.netty.handler.codec.quic.QuicStreamType;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLEngine;

/// One QUIC connection with its UDP socket. Everything but [#close] happens on the event loop.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class QuicConnection implements Closeable, SharedConnection {
  /// The TLS alert bad_certificate as a transport error (RFC 9001 section 4.8).
  private static final int BAD_CERTIFICATE = 0x12a;

  private static final int H3_NO_ERROR = 0x100;

  /// Takes the outcome of a handshake: exactly one of the last three is called, once.
  interface Listener {
    /// The first packet is about to leave.
    void leaving(QuicConnection connection);

    /// It left then, raw nanoTime.
    void left(QuicConnection connection, long atNanoTime);

    void ready(QuicConnection connection, long atNanoTime);

    void refused(QuicConnection connection, long atNanoTime, EngineTrust.Refusal refusal);

    void failed(QuicConnection connection, QuicProblem problem);
  }

  private final int id;
  private final InetSocketAddress peer;
  private final String host;
  private final int port;
  private final QuicSessions sessions;
  private final RunSockets sockets;
  private final EventLoop loop;
  private final HandshakeFlights flights = new HandshakeFlights();
  private final ArrivalStamps stamps = new ArrivalStamps();
  private final DatagramTap tap =
      new DatagramTap(stamps, flights, new Opening(), this::socketError);
  private Optional<Channel> datagrams = Optional.empty();
  private volatile Optional<QuicChannel> quic = Optional.empty();
  private Optional<Listener> listener = Optional.empty();
  private Optional<QuicConnectionCloseEvent> closeEvent = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private Optional<SSLEngine> engine = Optional.empty();
  private Optional<TlsFacts> facts = Optional.empty();
  private volatile boolean complete;
  private volatile long mostGranted;
  private boolean closed;
  private boolean used;

  QuicConnection(
      int id,
      InetSocketAddress peer,
      String host,
      int port,
      QuicSessions sessions,
      RunSockets sockets,
      EventLoop loop) {
    this.id = id;
    this.peer = peer;
    this.host = host;
    this.port = port;
    this.sessions = sessions;
    this.sockets = sockets;
    this.loop = loop;
  }

  int id() {
    return id;
  }

  InetSocketAddress peer() {
    return peer;
  }

  DatagramTap tap() {
    return tap;
  }

  QuicChannel quic() {
    return quic.orElseThrow();
  }

  /// Whether requests can be made on it.
  boolean isOpen() {
    return complete && quic.map(Channel::isActive).orElse(false);
  }

  @Override
  public boolean takesMore() {
    return isOpen();
  }

  /// As many as the peer was seen to grant: it grants more as streams end. The library learns of it
  /// a little after the handshake.
  @Override
  public int mostStreams() {
    mostGranted = Math.max(mostGranted, quic().peerAllowedStreams(QuicStreamType.BIDIRECTIONAL));
    return mostGranted > 0 ? Math.clamp(mostGranted, 1, Integer.MAX_VALUE) : USUAL_STREAMS;
  }

  /// Notes that an exchange uses it; says whether another one did before.
  boolean use() {
    boolean reused = used;
    used = true;
    return reused;
  }

  void open(Listener waiting) {
    listener = Optional.of(waiting);
    try {
      sockets.add(this);
    } catch (IOException e) {
      failed(e);
      return;
    }
    new QuicOpening(loop, peer, stamps, tap)
        .open(this::engine, new Events(), this::opened, this::failed);
  }

  private QuicSslEngine engine(QuicChannel channel) {
    QuicSslEngine made = sessions.engine(channel.alloc(), host, port);
    engine = Optional.of(made);
    return made;
  }

  /// Whether the socket is still wanted.
  private boolean opened(Channel socket) {
    datagrams = Optional.of(socket);
    return !closed;
  }

  /// Takes the events of the QUIC channel.
  private final class Events extends ChannelInboundHandlerAdapter {
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      quic = Optional.of((QuicChannel) context.channel());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      complete = true;
      flights.complete();
      handshakeComplete(context, tap.completeAt());
      context.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof QuicConnectionCloseEvent close) {
        closeEvent = Optional.of(close);
      }
      context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      failed(new ClosedChannelException());
      context.fireChannelInactive();
      closeNow();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      note(cause);
    }
  }

  /// The certificate was judged meanwhile: HTTP begins, or nothing at all.
  private void handshakeComplete(ChannelHandlerContext context, long at) {
    SSLEngine used = engine.orElseThrow();
    Optional<EngineTrust.Refusal> refusal =
        sessions.trust().refusal(used, sessions.hasTrusted(host, port));
    Listener waiting = listener.orElseThrow();
    listener = Optional.empty();
    if (refusal.isPresent()) {
      used.getSession().invalidate();
      waiting.refused(this, at, refusal.get());
      quic().close(false, BAD_CERTIFICATE, Unpooled.EMPTY_BUFFER);
      return;
    }
    sessions.trusted(host, port);
    context.pipeline().addLast(new HttpLayer(this::note));
    waiting.ready(this, at);
  }

  private final class Opening implements DatagramTap.FirstWatch {
    @Override
    public void leaving() {
      listener.ifPresent(each -> each.leaving(QuicConnection.this));
    }

    @Override
    public void left(long at) {
      listener.ifPresent(each -> each.left(QuicConnection.this, at));
    }
  }

  private void socketError(Throwable cause) {
    failed(cause);
    closeNow();
  }

  /// Keeps the first fault that the library found, for people.
  private void note(Throwable cause) {
    if (fault.isEmpty() && cause.getMessage() != null) {
      fault = Optional.of(QuicErrors.brief(cause.getMessage()));
    }
  }

  /// What the library found wrong with what came; empty where nothing was.
  Optional<String> fault() {
    return fault;
  }

  /// What the peer said when it closed.
  Optional<QuicConnectionCloseEvent> closeEvent() {
    return closeEvent;
  }

  private void failed(Throwable cause) {
    Optional<Listener> waiting = listener;
    listener = Optional.empty();
    waiting.ifPresent(
        each -> each.failed(this, QuicErrors.ofHandshake(cause, closeEvent, host, peer)));
  }

  /// Round trips of the handshake until now.
  synchronized int trips() {
    return flights.trips();
  }

  /// What the handshake settled and showed, on that run's clock.
  synchronized Optional<TlsFacts> tlsFacts(RunClock clock) {
    if (facts.isEmpty()) {
      facts = made(clock);
    }
    return facts;
  }

  private Optional<TlsFacts> made(RunClock clock) {
    OptionalLong helloAt = flights.serverHelloAt();
    OptionalLong serverHello =
        helloAt.isPresent() ? OptionalLong.of(clock.of(helloAt.getAsLong())) : helloAt;
    return engine.map(
        used ->
            sessions
                .trust()
                .facts(
                    used,
                    complete,
                    flights.hello(),
                    serverHello,
                    flights.bytesIn(),
                    flights.bytesOut()));
  }

  /// Ends the connection where there is a peer, and closes the socket; from any thread.
  @Override
  public void close() {
    if (loop.isShuttingDown()) {
      return; // that closes every channel
    }
    loop.execute(
        () -> {
          if (isOpen()) {
            var _ = quic().close(true, H3_NO_ERROR, Unpooled.EMPTY_BUFFER);
          }
          closeNow();
        });
  }

  private void closeNow() {
    closed = true;
    failed(new ClosedChannelException());
    sockets.forget(this);
    datagrams.ifPresent(Channel::close);
  }
}
