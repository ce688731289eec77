package dev.lightfoot.probe.quic;

import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import java.util.ArrayDeque;

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

  private final ArrayDeque<Long> stamps = new ArrayDeque<>();

  ArrivalStamps() {
    super(AT_ONCE);
    respectMaybeMoreData(false); // read until there is nothing left
  }

  /// When the next datagram was read, raw nanoTime.
  long next() {
    Long stamp = stamps.poll();
    return stamp == null ? System.nanoTime() : stamp;
  }

  @Override
  public MaxMessageHandle newHandle() {
    return new Stamping();
  }

  private final class Stamping extends MaxMessageHandle {
    @Override
    public int guess() {
      return MAX_DATAGRAM;
    }

    @Override
    public void lastBytesRead(int bytes) {
      if (bytes > 0) {
        stamps.add(System.nanoTime());
      }
      super.lastBytesRead(bytes);
    }
  }
}
