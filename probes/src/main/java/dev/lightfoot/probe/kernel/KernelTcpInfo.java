package dev.lightfoot.probe.kernel;

import dev.lightfoot.model.connection.KernelTcp;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Asks the Linux kernel what it knows of a connection: `getsockopt(TCP_INFO)`. Elsewhere than on
/// Linux, or where the call is not allowed, the answer is empty.
public final class KernelTcpInfo {
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_INFO = 11;

  /// Offsets in `struct tcp_info` of linux/tcp.h; they have not moved since they were added.
  private static final int RTT_MICROS = 68;

  private static final int RTT_VARIANCE_MICROS = 72;
  private static final int CONGESTION_WINDOW = 80;
  private static final int TOTAL_RETRANSMITS = 100;
  private static final int MIN_RTT_MICROS = 148;
  private static final int NEEDED_BYTES = 152;

  /// Since Linux 5.4.
  private static final int OUT_OF_ORDER = 224;

  private static final int STRUCT_BYTES = 512;

  private KernelTcpInfo() {}

  /// What the kernel knows of an open connection between those ports; empty where it cannot be
  /// asked.
  ///
  /// @param known the number of its descriptor; it is searched for where that is not known
  public static Optional<KernelTcp> read(OptionalInt known, int localPort, int peerPort) {
    OptionalInt descriptor = SocketDescriptor.of(known, localPort, peerPort);
    return descriptor.isPresent() ? read(descriptor.getAsInt()) : Optional.empty();
  }

  /// What the kernel knows of the connection with that descriptor.
  public static Optional<KernelTcp> read(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(STRUCT_BYTES, 8);
      return ask(descriptor, info) < NEEDED_BYTES
          ? Optional.empty()
          : Optional.of(
              new KernelTcp(
                  micros(info, RTT_MICROS),
                  micros(info, RTT_VARIANCE_MICROS),
                  micros(info, MIN_RTT_MICROS),
                  unsigned(info, CONGESTION_WINDOW),
                  unsigned(info, TOTAL_RETRANSMITS)));
    }
  }

  /// How many packets came before others that had been sent earlier; empty where the kernel does
  /// not count them.
  static OptionalLong outOfOrder(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(STRUCT_BYTES, 8);
      return ask(descriptor, info) < OUT_OF_ORDER + Integer.BYTES
          ? OptionalLong.empty()
          : OptionalLong.of(unsigned(info, OUT_OF_ORDER));
    }
  }

  /// Gives back how many bytes the kernel wrote; -1 where it cannot be asked.
  private static int ask(int descriptor, MemorySegment info) {
    return SocketCalls.HERE
        .map(calls -> calls.option(descriptor, IPPROTO_TCP, TCP_INFO, info))
        .orElse(-1);
  }

  private static long micros(MemorySegment buffer, int offset) {
    return unsigned(buffer, offset) * 1_000;
  }

  private static long unsigned(MemorySegment buffer, int offset) {
    return buffer.get(ValueLayout.JAVA_INT, offset) & 0xffffffffL;
  }
}
