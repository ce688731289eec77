package dev.lightfoot.probe.kernel;

import java.util.OptionalLong;
import java.util.function.Supplier;

/// When bytes of a stream could be had. What comes after a packet that was lost waits in the kernel
/// until that is sent again, and keeps the stamp of its own arrival: an instant at which nobody
/// could have it yet. That wait is the network's, not the reader's.
final class StreamOrder {
  private final Supplier<OptionalLong> outOfOrder;
  private OptionalLong nothingAt = OptionalLong.empty();
  private OptionalLong newest = OptionalLong.empty();
  private long known;

  /// @param outOfOrder how many packets came out of order so far, by the kernel's count; empty
  ///   where it does not count them
  StreamOrder(Supplier<OptionalLong> outOfOrder) {
    this.outOfOrder = outOfOrder;
  }

  /// Nothing was there.
  ///
  /// @param looked when it was looked for, raw nanoTime
  void nothing(long looked) {
    nothingAt = OptionalLong.of(looked);
  }

  /// When the bytes could be had that were taken next.
  ///
  /// @param stamped by the stamps of their packets
  Arrival had(Arrival stamped) {
    Arrival had = waited(stamped) ? Arrival.read(stamped.asked(), stamped.taken()) : stamped;
    if (newest.isPresent()) {
      had = had.notBefore(newest.getAsLong());
    }
    newest = OptionalLong.of(had.last());
    return had;
  }

  /// Whether they lay there when nothing could be taken. A packet whose way through the kernel is
  /// slow looks the same, but is counted as one in order.
  private boolean waited(Arrival arrival) {
    if (!arrival.stamped() || nothingAt.isEmpty() || arrival.first() - nothingAt.getAsLong() >= 0) {
      return false;
    }
    OptionalLong count = outOfOrder.get();
    boolean more = count.isEmpty() || count.getAsLong() > known;
    known = count.orElse(0);
    return more;
  }
}
