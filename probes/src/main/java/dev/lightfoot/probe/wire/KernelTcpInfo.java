package dev.lightfoot.probe.wire;

import dev.lightfoot.model.connection.KernelTcp;
import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Asks the Linux kernel what it knows of a connection: `getsockopt(TCP_INFO)`.
///
/// Java hides a socket's descriptor, so it is found among our own by its two ports. Elsewhere than
/// on Linux, or where the call is not allowed, the answer is empty.
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
  private static final int STRUCT_BYTES = 512;
  private static final int ADDRESS_BYTES = 128;

  private static final Optional<Calls> CALLS = Calls.link();

  private KernelTcpInfo() {}

  /// What the kernel knows of that connection now; empty where it cannot be asked.
  public static Optional<KernelTcp> read(ConnectionTrace connection) {
    Optional<InetSocketAddress> peer = connection.peer();
    if (CALLS.isEmpty() || peer.isEmpty() || connection.localPort() == 0) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path path : descriptors) {
        int descriptor = Integer.parseInt(path.getFileName().toString());
        Optional<KernelTcp> found =
            CALLS.get().read(descriptor, connection.localPort(), peer.get().getPort());
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /// The three system calls.
  private record Calls(
      MethodHandle getsockname, MethodHandle getpeername, MethodHandle getsockopt) {

    static Optional<Calls> link() {
      if (!System.getProperty("os.name").equals("Linux")) {
        return Optional.empty();
      }
      try {
        AddressLayout pointer = ValueLayout.ADDRESS;
        ValueLayout.OfInt number = ValueLayout.JAVA_INT;
        FunctionDescriptor name = FunctionDescriptor.of(number, number, pointer, pointer);
        FunctionDescriptor option =
            FunctionDescriptor.of(number, number, number, number, pointer, pointer);
        return Optional.of(
            new Calls(
                handle("getsockname", name),
                handle("getpeername", name),
                handle("getsockopt", option)));
      } catch (RuntimeException | LinkageError e) {
        return Optional.empty(); // native access is not allowed, or the C library differs
      }
    }

    @SuppressWarnings("restricted") // allowed by --enable-native-access in every launcher
    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), descriptor);
    }

    Optional<KernelTcp> read(int descriptor, int localPort, int peerPort) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment buffer = arena.allocate(STRUCT_BYTES, 8);
        MemorySegment length = arena.allocate(ValueLayout.JAVA_INT);
        if (port(getsockname, descriptor, buffer, length) != localPort
            || port(getpeername, descriptor, buffer, length) != peerPort) {
          return Optional.empty();
        }
        length.set(ValueLayout.JAVA_INT, 0, STRUCT_BYTES);
        int result =
            (int) getsockopt.invokeExact(descriptor, IPPROTO_TCP, TCP_INFO, buffer, length);
        if (result != 0 || length.get(ValueLayout.JAVA_INT, 0) < NEEDED_BYTES) {
          return Optional.empty();
        }
        return Optional.of(
            new KernelTcp(
                micros(buffer, RTT_MICROS),
                micros(buffer, RTT_VARIANCE_MICROS),
                micros(buffer, MIN_RTT_MICROS),
                unsigned(buffer, CONGESTION_WINDOW),
                unsigned(buffer, TOTAL_RETRANSMITS)));
      } catch (Throwable e) { // what a method handle may throw; the call itself throws nothing
        if (e instanceof VirtualMachineError fatal) {
          throw fatal;
        }
        return Optional.empty();
      }
    }

    /// The port in a `sockaddr_in` or `sockaddr_in6`; -1 where the descriptor is not such a socket.
    private static int port(
        MethodHandle call, int descriptor, MemorySegment buffer, MemorySegment length)
        throws Throwable {
      length.set(ValueLayout.JAVA_INT, 0, ADDRESS_BYTES);
      int result = (int) call.invokeExact(descriptor, buffer, length);
      if (result != 0 || length.get(ValueLayout.JAVA_INT, 0) < 16) {
        return -1;
      }
      ValueLayout.OfShort networkOrder =
          ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
      return buffer.get(networkOrder, 2) & 0xffff;
    }

    private static long micros(MemorySegment buffer, int offset) {
      return unsigned(buffer, offset) * 1_000;
    }

    private static long unsigned(MemorySegment buffer, int offset) {
      return buffer.get(ValueLayout.JAVA_INT, offset) & 0xffffffffL;
    }
  }
}
