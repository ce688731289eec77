package dev.lightfoot.probe.kernel;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/// The socket calls of the C library that Java does not offer, on Linux.
///
/// They need `--enable-native-access`, which every launcher gives. Where it is not given, or the
/// system is another one, there are none.
final class SocketCalls {
  private static final Set<String> PROCESSORS = Set.of("amd64", "aarch64");
  private static final int ADDRESS_BYTES = 128;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  /// Those of this system; empty where it has none.
  static final Optional<SocketCalls> HERE = link();

  private final MethodHandle getsockname;
  private final MethodHandle getpeername;
  private final MethodHandle getsockopt;
  private final MethodHandle setsockopt;
  private final MethodHandle recvmsg;

  private SocketCalls() {
    FunctionDescriptor name = FunctionDescriptor.of(INT, INT, POINTER, POINTER);
    getsockname = handle("getsockname", name);
    getpeername = handle("getpeername", name);
    getsockopt = handle("getsockopt", FunctionDescriptor.of(INT, INT, INT, INT, POINTER, POINTER));
    setsockopt = handle("setsockopt", FunctionDescriptor.of(INT, INT, INT, INT, POINTER, INT));
    recvmsg =
        handle(
            "recvmsg",
            FunctionDescriptor.of(LONG, INT, POINTER, INT),
            Linker.Option.captureCallState("errno"));
  }

  private static Optional<SocketCalls> link() {
    if (!System.getProperty("os.name").equals("Linux")
        || !PROCESSORS.contains(System.getProperty("os.arch"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SocketCalls());
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty(); // native access is not allowed, or the C library differs
    }
  }

  @SuppressWarnings("restricted") // allowed by --enable-native-access in every launcher
  private static MethodHandle handle(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find(name).orElseThrow(), descriptor, options);
  }

  /// Room for the number of the error that a call ends with.
  static MemorySegment errorRoom(Arena arena) {
    return arena.allocate(CAPTURED);
  }

  /// The number of the error that the call before ended with.
  static int error(MemorySegment room) {
    return (int) ERRNO.get(room, 0L);
  }

  /// Whether both ends of that descriptor's socket have these ports.
  boolean hasPorts(int descriptor, int localPort, int peerPort) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(ADDRESS_BYTES, 8);
      MemorySegment length = arena.allocate(INT);
      return port(getsockname, descriptor, buffer, length) == localPort
          && port(getpeername, descriptor, buffer, length) == peerPort;
    }
  }

  /// The port in a `sockaddr_in` or `sockaddr_in6`; -1 where the descriptor is not such a socket.
  private static int port(
      MethodHandle call, int descriptor, MemorySegment buffer, MemorySegment length) {
    length.set(INT, 0, ADDRESS_BYTES);
    int result;
    try {
      result = (int) call.invokeExact(descriptor, buffer, length);
    } catch (Throwable e) {
      throw cannotBe(e);
    }
    return result != 0 || length.get(INT, 0) < 16
        ? -1
        : buffer.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 2) & 0xffff;
  }

  /// Reads an option; says how many bytes of it there are, -1 where it cannot be read.
  int option(int descriptor, int level, int name, MemorySegment into) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = arena.allocateFrom(INT, (int) into.byteSize());
      int result = (int) getsockopt.invokeExact(descriptor, level, name, into, length);
      return result == 0 ? length.get(INT, 0) : -1;
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /// Sets an option that is a number; says whether that was possible.
  boolean setOption(int descriptor, int level, int name, int value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom(INT, value);
      int result =
          (int) setsockopt.invokeExact(descriptor, level, name, from, (int) INT.byteSize());
      return result == 0;
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /// Receives; gives back how many bytes, or -1 with the error in its room.
  long receive(MemorySegment errorRoom, int descriptor, MemorySegment message, int flags) {
    try {
      return (long) recvmsg.invokeExact(errorRoom, descriptor, message, flags);
    } catch (Throwable e) {
      throw cannotBe(e);
    }
  }

  /// A method handle may throw anything; calls into C throw nothing of their own.
  private static RuntimeException cannotBe(Throwable e) {
    if (e instanceof VirtualMachineError fatal) {
      throw fatal;
    }
    return e instanceof RuntimeException already ? already : new IllegalStateException(e);
  }
}
