package dev.lightfoot.probe.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Finds the number under which the kernel knows a channel, which Java hides.
///
/// New descriptors get the smallest free number, so that they are looked for from 0 on. Nothing is
/// changed at any other socket, and a number is good only as long as its channel is open.
final class SocketDescriptor {
  /// Where more files than this are open, the search is given up: it is not worth its time.
  static final int MOST = 4_096;

  private static final int SOL_SOCKET = 1;
  private static final int SO_TYPE = 3;
  private static final int SO_LINGER = 13;
  private static final int SOCK_DGRAM = 2;

  /// Seconds that nobody else would choose; the kernel keeps them as they are.
  private static final int FIRST_MARK = 40_000;

  private static final int MARKS = 20_000;
  private static int marks;

  private SocketDescriptor() {}

  /// That of a channel that is not connected. It is marked for the search by an option that has no
  /// meaning before it is connected, and the mark is taken off again.
  static synchronized OptionalInt of(SocketChannel channel) throws IOException {
    Optional<SocketCalls> calls = SocketCalls.HERE;
    if (calls.isEmpty()) {
      return OptionalInt.empty();
    }
    int mark = FIRST_MARK + marks++ % MARKS;
    channel.setOption(StandardSocketOptions.SO_LINGER, mark);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment linger = arena.allocate(8, 4);
      return first(
          number ->
              calls.get().option(number, SOL_SOCKET, SO_LINGER, linger) == 8
                  && linger.get(ValueLayout.JAVA_INT, 4) == mark);
    } finally {
      channel.setOption(StandardSocketOptions.SO_LINGER, -1);
    }
  }

  /// That of a connected channel, by its ports.
  static OptionalInt of(DatagramChannel channel) throws IOException {
    Optional<SocketCalls> calls = SocketCalls.HERE;
    if (calls.isEmpty()
        || !(channel.getLocalAddress() instanceof InetSocketAddress local)
        || !(channel.getRemoteAddress() instanceof InetSocketAddress peer)) {
      return OptionalInt.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment type = arena.allocate(4, 4);
      return first(
          number ->
              calls.get().option(number, SOL_SOCKET, SO_TYPE, type) == 4
                  && type.get(ValueLayout.JAVA_INT, 0) == SOCK_DGRAM
                  && calls.get().hasPorts(number, local.getPort(), peer.getPort()));
    }
  }

  /// That of a connected TCP socket of this process, by its ports.
  ///
  /// @param known the number that it was given; where another socket has it by now, there is none:
  ///   a search takes thousands of calls, and would find nothing
  static OptionalInt of(OptionalInt known, int localPort, int peerPort) {
    if (SocketCalls.HERE.isEmpty()) {
      return OptionalInt.empty();
    }
    SocketCalls calls = SocketCalls.HERE.get();
    if (known.isEmpty()) {
      return first(number -> calls.hasPorts(number, localPort, peerPort));
    }
    return calls.hasPorts(known.getAsInt(), localPort, peerPort) ? known : OptionalInt.empty();
  }

  private static OptionalInt first(IntPredicate wanted) {
    for (int number = 0; number < MOST; number++) {
      if (wanted.test(number)) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }
}
