package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.kernel.Arrival;
import dev.lightfoot.probe.kernel.KernelArrivals;
import dev.lightfoot.probe.kernel.KernelTcpInfo;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One TCP socket: blocking for its user, and what it reads has the instants at which the kernel
/// had it, where those are to be had.
///
/// The channel itself never blocks: a selector waits, which closing wakes, and what has arrived is
/// then taken at once. One thread reads, one writes, any may close.
final class WireChannel implements Closeable {
  /// Taken from the kernel in one go.
  static final int AHEAD = 64 * 1024;

  /// A TLS record with its head and seal fits in.
  private static final int AHEAD_OUT = 17 * 1024;

  private final SocketChannel channel;
  private final Optional<KernelArrivals> arrivals;
  private final MemorySegment data;
  private final Selector readable;
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(AHEAD_OUT);
  private final Object life = new Object();
  private Optional<Selector> writable = Optional.empty();
  private boolean registered;
  private volatile boolean closed;
  private int next;
  private int end;
  private Arrival arrival = Arrival.read(0, 0);

  private WireChannel(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    this.arrivals = KernelArrivals.at(channel, AHEAD);
    this.data =
        arrivals
            .map(KernelArrivals::data)
            .orElseGet(() -> MemorySegment.ofBuffer(ByteBuffer.allocateDirect(AHEAD)));
    this.readable = Selector.open();
  }

  /// Not connected yet; everything that it needs is there.
  static WireChannel open() throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      return new WireChannel(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// For connecting.
  SocketChannel channel() {
    return channel;
  }

  InetSocketAddress peer() throws IOException {
    return (InetSocketAddress) channel.getRemoteAddress();
  }

  int localPort() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /// The kernel's number of the socket, where that is known.
  OptionalInt descriptor() {
    return arrivals.map(each -> OptionalInt.of(each.descriptor())).orElse(OptionalInt.empty());
  }

  /// How long the kernel waited for the answer to its SYN; to be asked when the connection is made.
  /// Empty where that cannot be known: a SYN that was repeated may be answered late.
  OptionalLong handshakeNanos() {
    return arrivals
        .flatMap(each -> KernelTcpInfo.read(each.descriptor()))
        .filter(tcp -> tcp.retransmits() == 0 && tcp.rttNanos() > 0)
        .map(tcp -> OptionalLong.of(tcp.rttNanos()))
        .orElse(OptionalLong.empty());
  }

  /// Reads what has arrived; waits for it where nothing has.
  ///
  /// @param patience in milliseconds; 0 for ever
  /// @return how many bytes, -1 at the end; when they arrived says [#arrival]
  /// @throws SocketTimeoutException where nothing came
  int read(byte[] bytes, int offset, int length, int patience) throws IOException {
    if (next == end) {
      int count = fill(patience);
      if (count < 0) {
        return -1;
      }
      next = 0;
      end = count;
    } else {
      arrival = arrival.rest();
    }
    int count = Math.min(length, end - next);
    MemorySegment.copy(data, ValueLayout.JAVA_BYTE, next, bytes, offset, count);
    next += count;
    return count;
  }

  /// When the bytes arrived that were read last.
  Arrival arrival() {
    return arrival;
  }

  /// How many bytes were taken from the kernel and not read yet.
  int available() {
    return end - next;
  }

  private int fill(int patience) throws IOException {
    long asked = System.nanoTime();
    int count = take(asked);
    while (count == 0) {
      await(asked, patience);
      count = take(asked);
    }
    return count;
  }

  /// Closing waits until nothing is being taken, so that the descriptor is surely still ours.
  private int take(long asked) throws IOException {
    synchronized (life) {
      checkOpen();
      if (arrivals.isPresent()) {
        KernelArrivals.Taken taken = arrivals.get().stream(asked);
        arrival = taken.arrival();
        return taken.count();
      }
      int count = channel.read(data.asByteBuffer());
      arrival = Arrival.read(asked, System.nanoTime());
      return count;
    }
  }

  private void await(long asked, int patience) throws IOException {
    try {
      if (!registered) {
        registered = true;
        channel.register(readable, SelectionKey.OP_READ);
      }
      wait(readable, patience == 0 ? 0 : millisLeft(asked, patience));
    } catch (ClosedSelectorException e) {
      throw closedMeanwhile();
    }
  }

  private static long millisLeft(long asked, int patience) throws SocketTimeoutException {
    long left = patience - (System.nanoTime() - asked) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("Read timed out");
    }
    return left;
  }

  /// An interrupt closes the socket, as it closes a blocking channel.
  private void wait(Selector selector, long millis) throws IOException {
    selector.select(millis);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      close();
      throw new ClosedByInterruptException();
    }
  }

  /// The same bytes where the kernel takes them from, so that no copying lies between the instant
  /// at which a write begins and its packet. Good until the next call.
  ByteBuffer ready(ByteBuffer bytes) {
    return bytes.remaining() > outgoing.capacity() ? bytes : outgoing.clear().put(bytes).flip();
  }

  /// When bytes left that were given to the kernel since then. Of more than enter its buffer in one
  /// go, that is when the first of them were given.
  ///
  /// @param before when the write began, raw nanoTime
  /// @param count how many bytes were written
  long left(long before, int count) {
    synchronized (life) {
      return arrivals.isEmpty() || closed || count == 0 || count > Wire.ONE_GO
          ? before
          : arrivals.get().left(before);
    }
  }

  /// Writes all of it.
  void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    while (bytes.hasRemaining()) {
      try {
        wait(writable(), 0);
      } catch (ClosedSelectorException e) {
        throw closedMeanwhile();
      }
      channel.write(bytes);
    }
  }

  private Selector writable() throws IOException {
    synchronized (life) {
      checkOpen();
      if (writable.isEmpty()) {
        writable = Optional.of(Selector.open());
        channel.register(writable.get(), SelectionKey.OP_WRITE);
      }
      return writable.get();
    }
  }

  private void checkOpen() throws SocketException {
    if (closed) {
      throw closedMeanwhile();
    }
  }

  private static SocketException closedMeanwhile() {
    return new SocketException("Socket closed");
  }

  /// Those who wait are woken, and get an exception.
  @Override
  public void close() throws IOException {
    closed = true;
    synchronized (life) {
      channel.close();
      readable.close();
      if (writable.isPresent()) {
        writable.get().close();
      }
    }
  }
}
