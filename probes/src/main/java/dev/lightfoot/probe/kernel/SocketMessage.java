package dev.lightfoot.probe.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.OptionalLong;

/// A `struct msghdr` to receive into, with room for bytes and for what the kernel says of them.
/// Receiving never waits.
final class SocketMessage {
  /// Take what the kernel says of what was sent, instead of what has arrived.
  static final int MSG_ERRQUEUE = 0x2000;

  private static final int MSG_DONTWAIT = 0x40;

  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int ECONNRESET = 104;
  private static final int ETIMEDOUT = 110;
  private static final int ECONNREFUSED = 111;
  private static final int EHOSTUNREACH = 113;

  /// Offsets in `struct msghdr` and `struct cmsghdr` on 64 bits.
  private static final int MESSAGE_BYTES = 56;

  private static final int PARTS = 16;
  private static final int PART_COUNT = 24;
  private static final int CONTROL = 32;
  private static final int CONTROL_LENGTH = 40;
  private static final int CONTROL_BYTES = 256;
  private static final int HEADER_BYTES = 16;
  private static final int LEVEL = 8;
  private static final int TYPE = 12;

  private final SocketCalls calls;
  private final int descriptor;
  private final MemorySegment data;
  private final MemorySegment message;
  private final MemorySegment part;
  private final MemorySegment control;
  private final MemorySegment errorRoom;

  /// @param capacity how many bytes are received at most
  SocketMessage(SocketCalls calls, int descriptor, int capacity) {
    Arena arena = Arena.ofAuto();
    this.calls = calls;
    this.descriptor = descriptor;
    this.data = arena.allocate(capacity, 8);
    this.message = arena.allocate(MESSAGE_BYTES, 8);
    this.part = arena.allocate(16, 8);
    this.control = arena.allocate(CONTROL_BYTES, 8);
    this.errorRoom = SocketCalls.errorRoom(arena);
    part.set(ValueLayout.ADDRESS, 0, data);
    message.set(ValueLayout.ADDRESS, PARTS, part);
    message.set(ValueLayout.JAVA_LONG, PART_COUNT, 1);
    message.set(ValueLayout.ADDRESS, CONTROL, control);
  }

  int descriptor() {
    return descriptor;
  }

  /// The bytes that were received last begin here.
  MemorySegment data() {
    return data;
  }

  /// Receives; gives back how many bytes, 0 at a stream's end, -1 where there is nothing.
  ///
  /// @throws IOException in the words of the JDK, by which the kinds of failures are known
  int receive(long most, int flags) throws IOException {
    part.set(ValueLayout.JAVA_LONG, 8, most);
    long count;
    int error;
    do {
      message.set(ValueLayout.JAVA_LONG, CONTROL_LENGTH, CONTROL_BYTES);
      count = calls.receive(errorRoom, descriptor, message, flags | MSG_DONTWAIT);
      error = count < 0 ? SocketCalls.error(errorRoom) : 0;
    } while (error == EINTR);
    if (count < 0 && error != EAGAIN) {
      throw failure(error);
    }
    return (int) count;
  }

  private static IOException failure(int error) {
    return switch (error) {
      case ECONNRESET -> new SocketException("Connection reset");
      case ECONNREFUSED -> new PortUnreachableException();
      case ETIMEDOUT -> new SocketException("Connection timed out");
      case EHOSTUNREACH -> new SocketException("No route to host");
      default -> new SocketException("receiving failed, error " + error);
    };
  }

  /// Where, for [#longAt], the kernel's word of that kind on what was received last begins; empty
  /// where it says nothing of that kind.
  OptionalLong control(int level, int type) {
    long end = message.get(ValueLayout.JAVA_LONG, CONTROL_LENGTH);
    long at = 0;
    while (at + HEADER_BYTES <= end) {
      long length = control.get(ValueLayout.JAVA_LONG, at);
      if (control.get(ValueLayout.JAVA_INT, at + LEVEL) == level
          && control.get(ValueLayout.JAVA_INT, at + TYPE) == type
          && length >= HEADER_BYTES + 16) {
        return OptionalLong.of(at + HEADER_BYTES);
      }
      at += Math.max(HEADER_BYTES, (length + 7) / 8 * 8);
    }
    return OptionalLong.empty();
  }

  long longAt(long place) {
    return control.get(ValueLayout.JAVA_LONG, place);
  }
}
