package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.kernel.Arrival;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Sees every datagram of one connection at the socket, before it is decrypted and after it is
/// encrypted: the wire tap of QUIC. Instants are raw readings of [System#nanoTime]. Used on the
/// event loop only.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class DatagramTap extends ChannelDuplexHandler {
  private final ArrivalStamps arrivals;
  private final HandshakeFlights flights;
  private final HandshakeEcho echo = new HandshakeEcho();
  private final FirstWatch first;
  private final Consumer<Throwable> onError;
  private boolean begun;
  private OptionalLong firstArrival = OptionalLong.empty();
  private long arrival;
  private Arrival newest = Arrival.read(0, 0);
  private final List<SendWindow> windows = new ArrayList<>();

  /// Is notified of the first datagram.
  interface FirstWatch {
    /// It is about to leave.
    void leaving();

    /// It left then, raw nanoTime.
    void left(long at);
  }

  /// @param first is notified of the first datagram
  /// @param onError takes what the socket finds wrong
  DatagramTap(
      ArrivalStamps arrivals,
      HandshakeFlights flights,
      FirstWatch first,
      Consumer<Throwable> onError) {
    this.arrivals = arrivals;
    this.flights = flights;
    this.first = first;
    this.onError = onError;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    newest = arrivals.next();
    arrival = newest.last();
    if (firstArrival.isEmpty()) {
      firstArrival = OptionalLong.of(arrival);
    }
    if (message instanceof DatagramPacket packet) {
      flights.received(packet.content(), arrival);
      if (!flights.isComplete()) {
        echo.received(packet);
      }
    }
    context.fireChannelRead(message);
  }

  /// Each datagram leaves at once, so that each has its own instant: of several that leave together
  /// a request is the last, and the first may be a tenth of a millisecond before it.
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (!begun) {
      first.leaving();
    }
    if (message instanceof DatagramPacket packet) {
      flights.sending(packet.content());
      if (!flights.isComplete()) {
        echo.sending(packet.content());
      }
    }
    long before = System.nanoTime();
    context.writeAndFlush(message, promise);
    long left = arrivals.left(before);
    echo.left(left);
    if (!begun) {
      begun = true;
      first.left(left);
    }
    windows.forEach(window -> window.left(left));
    flights.sent(left);
  }

  /// The datagrams written so far have left.
  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    windows.forEach(SendWindow::flushed);
    if (!flights.isComplete()) {
      echo.sent(context);
    }
  }

  /// Such as an ICMP message that nothing listens on the port.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    onError.accept(cause);
  }

  /// When the handshake was complete on our side, if it is found so now: with our Finished, where
  /// that has left, else at once.
  long completeAt() {
    return echo.leftAt().orElseGet(System::nanoTime);
  }

  /// Whether anything has come back.
  boolean answered() {
    return firstArrival.isPresent();
  }

  /// How that datagram arrived.
  Arrival newest() {
    return newest;
  }

  /// When the datagram came whose content is being looked at.
  long arrival() {
    return arrival;
  }

  /// Starts noting when what a stream writes next leaves; until [#close].
  SendWindow openWindow() {
    SendWindow window = new SendWindow();
    windows.add(window);
    return window;
  }

  void close(SendWindow window) {
    windows.remove(window);
  }
}
