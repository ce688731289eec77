package dev.lightfoot.probe.dns;

import dev.lightfoot.probe.kernel.Arrival;
import dev.lightfoot.probe.kernel.KernelArrivals;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;

/// A UDP socket for one question to one name server. What comes back has the instant at which the
/// kernel had it, where that is to be had. One thread uses it, any may close it.
final class QuestionSocket implements Closeable {
  private static final int MAX_ANSWER = 65_535;

  private final DatagramChannel channel;
  private final Selector selector;
  private final Optional<KernelArrivals> arrivals;
  private final Object life = new Object();
  private boolean closed;
  private Arrival arrival = Arrival.read(0, 0);

  private QuestionSocket(DatagramChannel channel, InetSocketAddress server) throws IOException {
    this.channel = channel;
    channel.connect(server);
    channel.configureBlocking(false);
    this.arrivals = KernelArrivals.at(channel, MAX_ANSWER);
    this.selector = Selector.open();
    channel.register(selector, SelectionKey.OP_READ);
  }

  /// Ready to ask that server.
  static QuestionSocket to(InetSocketAddress server) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      return new QuestionSocket(channel, server);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  void send(ByteBuffer question) throws IOException {
    channel.write(question);
  }

  /// When what was sent since then left.
  ///
  /// @param before when the call that sends began, raw nanoTime
  long left(long before) {
    synchronized (life) {
      return closed || arrivals.isEmpty() ? before : arrivals.get().left(before);
    }
  }

  /// Waits for a datagram; when it arrived says [#arrival].
  ///
  /// @throws SocketTimeoutException where none comes
  byte[] receive(int millis) throws IOException {
    long asked = System.nanoTime();
    try {
      Optional<byte[]> come = take(asked);
      while (come.isEmpty()) {
        long left = millis - (System.nanoTime() - asked) / 1_000_000;
        if (left <= 0) {
          throw new SocketTimeoutException("no answer");
        }
        selector.select(_ -> {}, left);
        come = take(asked);
      }
      return come.get();
    } catch (ClosedSelectorException | ClosedChannelException e) {
      throw closedMeanwhile();
    }
  }

  private Optional<byte[]> take(long asked) throws IOException {
    synchronized (life) {
      if (closed) {
        throw closedMeanwhile();
      }
      ByteBuffer datagram;
      if (arrivals.isPresent()) {
        KernelArrivals.Taken taken = arrivals.get().datagram(asked);
        datagram = arrivals.get().received(taken.count());
        arrival = taken.arrival();
      } else {
        datagram = ByteBuffer.allocate(MAX_ANSWER);
        channel.read(datagram);
        datagram.flip();
        arrival = Arrival.read(asked, System.nanoTime());
      }
      byte[] bytes = new byte[datagram.remaining()];
      datagram.get(bytes);
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }
  }

  /// When the datagram arrived that was received last.
  Arrival arrival() {
    return arrival;
  }

  private static SocketException closedMeanwhile() {
    return new SocketException("Socket closed");
  }

  @Override
  public void close() throws IOException {
    synchronized (life) {
      closed = true;
      channel.close();
      selector.close();
    }
  }
}
