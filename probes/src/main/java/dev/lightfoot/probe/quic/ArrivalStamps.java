package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.kernel.Arrival;
import dev.lightfoot.probe.kernel.KernelArrivals;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Optional;

/// Stamps datagrams where the socket hands them over. Several are read in one go before the first
/// of them is looked at; stamped any later, they would all seem to have come when the first was
/// decrypted.
///
/// It is the allocator of the receive buffers, because that is what the socket's channel calls
/// after each read.
final class ArrivalStamps extends DefaultMaxMessagesRecvByteBufAllocator {
  /// Longer datagrams than this are not announced as welcome.
  static final int MAX_DATAGRAM = 2_048;

  private static final int AT_ONCE = 64;

  private final ArrayDeque<Arrival> stamps = new ArrayDeque<>();
  private Optional<KernelArrivals> kernel = Optional.empty();
  private Optional<DatagramChannel> watched = Optional.empty();

  ArrivalStamps() {
    super(AT_ONCE);
    respectMaybeMoreData(false); // read until there is nothing left
  }

  /// From now on the kernel says when datagrams arrived at that socket, where it can.
  void watch(DatagramChannel connected) throws IOException {
    kernel = KernelArrivals.at(connected, 1);
    watched = Optional.of(connected);
  }

  /// When the next datagram arrived.
  Arrival next() {
    Arrival stamp = stamps.poll();
    return stamp == null ? readNow() : stamp;
  }

  /// When what was sent since then left. A socket that is closed is not asked: its number may be
  /// another's by now.
  ///
  /// @param before when the call that sends began, raw nanoTime
  long left(long before) {
    boolean open = watched.filter(DatagramChannel::isOpen).isPresent();
    return open && kernel.isPresent() ? kernel.get().left(before) : before;
  }

  private static Arrival readNow() {
    long now = System.nanoTime();
    return Arrival.read(now, now);
  }

  @Override
  public MaxMessageHandle newHandle() {
    return new Stamping();
  }

  private final class Stamping extends MaxMessageHandle {
    private Optional<Arrival> byKernel = Optional.empty();

    @Override
    public int guess() {
      return MAX_DATAGRAM;
    }

    /// A datagram is going to be read.
    @Override
    public ByteBuf allocate(ByteBufAllocator allocator) {
      try {
        byKernel = kernel.isPresent() ? kernel.get().nextDatagram() : Optional.empty();
      } catch (IOException e) {
        PlatformDependent.throwException(e); // the socket's own read would have found it
      }
      return super.allocate(allocator);
    }

    @Override
    public void lastBytesRead(int bytes) {
      if (bytes > 0) {
        stamps.add(byKernel.orElseGet(ArrivalStamps::readNow));
      }
      super.lastBytesRead(bytes);
    }
  }
}
