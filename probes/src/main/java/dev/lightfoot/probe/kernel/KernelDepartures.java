package dev.lightfoot.probe.kernel;

import dev.lightfoot.probe.trace.ClockReading;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Says when packets left, by the kernel's stamps (`SO_TIMESTAMPING` with
/// `SOF_TIMESTAMPING_TX_SCHED`, Linux): each is made in the very call that sends, when the packet
/// is given to its interface. The way through the kernel before that is the sender's own work.
///
/// A stamp waits in the socket's error queue, and until it is taken every selector that waits for
/// the socket is woken: so each is taken at once, by whoever sends or whoever finds nothing to
/// read.
final class KernelDepartures {
  private static final int SOL_SOCKET = 1;
  private static final int SO_TIMESTAMPING = 37;
  private static final int TX_SCHED = 1 << 8;
  private static final int SOFTWARE = 1 << 4;

  /// The stamp alone, without the packet.
  private static final int STAMP_ONLY = 1 << 11;

  /// A queue that never ends would be a fault of the kernel's.
  private static final int MOST_STAMPS = 1_000;

  private final SocketMessage message;
  private OptionalLong newest = OptionalLong.empty();

  private KernelDepartures(SocketMessage message) {
    this.message = message;
  }

  /// Those of that socket; empty where the kernel does not stamp what leaves.
  static Optional<KernelDepartures> at(SocketCalls calls, int descriptor) {
    return calls.setOption(
            descriptor, SOL_SOCKET, SO_TIMESTAMPING, TX_SCHED | SOFTWARE | STAMP_ONLY)
        ? Optional.of(new KernelDepartures(new SocketMessage(calls, descriptor, 1)))
        : Optional.empty();
  }

  /// When the last packet left that was sent since then; that instant itself where none has left
  /// yet, as when it waits for its turn on the connection.
  ///
  /// @param before when the call that sends began, raw nanoTime
  synchronized long left(long before) {
    take();
    long stamp = newest.orElse(before);
    boolean since = stamp - before >= 0 && stamp - System.nanoTime() <= 0;
    return since ? stamp : before;
  }

  /// Takes what waits.
  synchronized void forget() {
    take();
  }

  private void take() {
    for (int taken = 0; taken < MOST_STAMPS && takeOne(); taken++) {
      OptionalLong stamp = message.control(SOL_SOCKET, SO_TIMESTAMPING);
      if (stamp.isPresent()) {
        long seconds = message.longAt(stamp.getAsLong());
        long nanos = message.longAt(stamp.getAsLong() + 8);
        newest = OptionalLong.of(ClockReading.now().nanoTimeOf(seconds, nanos));
      }
    }
  }

  private boolean takeOne() {
    try {
      return message.receive(1, SocketMessage.MSG_ERRQUEUE) >= 0;
    } catch (IOException e) {
      return false; // whoever reads or writes is told of it
    }
  }
}
