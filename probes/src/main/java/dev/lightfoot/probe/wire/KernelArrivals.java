package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.trace.ClockReading;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Receives what has arrived at a socket together with the instants at which the kernel had it
/// (`SO_TIMESTAMPNS`, Linux): they are true however late we read. It never waits.
///
/// The kernel gives one stamp with each call: that of the last packet of which bytes were copied.
/// So it is first asked, without taking anything, when the first byte came and when the last one
/// did; where these lie apart, only what came together is taken.
public final class KernelArrivals {
  /// Packets that came within this time are taken together.
  static final long TOGETHER_NANOS = 20_000;

  /// Where the first byte came no longer ago, all is taken at once: what is there came since then.
  static final long PUNCTUAL_NANOS = 200_000;

  /// Where much came over a long time, what came within this part of it is taken together: that
  /// bounds the number of calls.
  static final int MOST_GROUPS = 8;

  private static final int SOL_SOCKET = 1;
  private static final int SO_TIMESTAMPNS = 35;
  private static final int MSG_PEEK = 0x2;
  private static final int MSG_TRUNC = 0x20;
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
  private static final int CONTROL_BYTES = 128;
  private static final int HEADER_BYTES = 16;

  private static Optional<SocketChannel> keeper = Optional.empty();

  private final SocketCalls calls;
  private final int descriptor;
  private final MemorySegment data;
  private final MemorySegment message;
  private final MemorySegment part;
  private final MemorySegment control;
  private final MemorySegment errorRoom;
  private final long openedAt = System.nanoTime();
  private long seconds;
  private long nanos;

  private KernelArrivals(SocketCalls calls, int descriptor, int capacity) {
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

  /// Those at a channel that is not connected yet; empty where the kernel's stamps are not to be
  /// had.
  static Optional<KernelArrivals> at(SocketChannel channel, int capacity) throws IOException {
    return at(SocketDescriptor.of(channel), capacity);
  }

  /// Those at a connected channel; empty where the kernel's stamps are not to be had.
  ///
  /// @param capacity the longest datagram that is taken whole
  public static Optional<KernelArrivals> at(DatagramChannel channel, int capacity)
      throws IOException {
    return at(SocketDescriptor.of(channel), capacity);
  }

  private static Optional<KernelArrivals> at(OptionalInt descriptor, int capacity)
      throws IOException {
    keepStamping();
    return descriptor.isPresent() && stamp(descriptor.getAsInt())
        ? SocketCalls.HERE.map(calls -> new KernelArrivals(calls, descriptor.getAsInt(), capacity))
        : Optional.empty();
  }

  private static boolean stamp(int descriptor) {
    return SocketCalls.HERE
        .map(calls -> calls.setOption(descriptor, SOL_SOCKET, SO_TIMESTAMPNS, 1))
        .orElse(false);
  }

  /// The kernel stamps packets only while some socket wants it, and begins a little after it was
  /// asked to. So one socket, which is never connected, wants it as long as this program runs.
  private static synchronized void keepStamping() throws IOException {
    if (keeper.isEmpty() && SocketCalls.HERE.isPresent()) {
      SocketChannel channel = SocketChannel.open();
      keeper = Optional.of(channel);
      SocketDescriptor.of(channel).ifPresent(KernelArrivals::stamp);
    }
  }

  int descriptor() {
    return descriptor;
  }

  /// The bytes that were taken last begin here.
  MemorySegment data() {
    return data;
  }

  /// So many bytes of those that were taken last, until more are taken.
  public ByteBuffer received(int count) {
    return data.asSlice(0, count).asByteBuffer();
  }

  /// Bytes that were taken.
  ///
  /// @param count how many; 0 where none have arrived, -1 at a stream's end
  /// @param arrival when they arrived
  public record Taken(int count, Arrival arrival) {
    private static Taken nothing(int count, long asked) {
      return new Taken(count, Arrival.read(asked, System.nanoTime()));
    }
  }

  /// Takes what has arrived of a stream, as far as it came together.
  ///
  /// @param asked when its user began to wait for it, raw nanoTime
  Taken stream(long asked) throws IOException {
    int first = receive(1, MSG_PEEK);
    if (first <= 0) {
      return Taken.nothing(first == 0 ? -1 : 0, asked);
    }
    long firstSeconds = seconds;
    long firstNanos = nanos;
    long most = data.byteSize();
    if (ageNanos() > PUNCTUAL_NANOS) {
      int all = receive(most, MSG_PEEK | MSG_TRUNC);
      long span = since(firstSeconds, firstNanos);
      long near = Math.max(TOGETHER_NANOS, span / MOST_GROUPS);
      most = span > near ? together(1, all, firstSeconds, firstNanos, near) : all;
    }
    int count = receive(most, 0);
    return new Taken(count, arrival(asked, firstSeconds, firstNanos));
  }

  /// How long ago the newest stamp was; 0 where there is none.
  private long ageNanos() {
    Instant now = Instant.now();
    return seconds == 0
        ? 0
        : (now.getEpochSecond() - seconds) * 1_000_000_000 + now.getNano() - nanos;
  }

  /// How many bytes of those that have arrived came near the first.
  private int together(int least, int most, long firstSeconds, long firstNanos, long near)
      throws IOException {
    int low = least;
    int high = most;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      receive(middle, MSG_PEEK | MSG_TRUNC);
      if (since(firstSeconds, firstNanos) <= near) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// Takes the next datagram; 0 where none has arrived.
  public Taken datagram(long asked) throws IOException {
    int count = receive(data.byteSize(), 0);
    return count < 0 ? Taken.nothing(0, asked) : new Taken(count, arrival(asked, seconds, nanos));
  }

  /// How the next datagram arrived, which is not taken; empty where none has arrived.
  public Optional<Arrival> nextDatagram() throws IOException {
    long asked = System.nanoTime();
    return receive(1, MSG_PEEK) < 0
        ? Optional.empty()
        : Optional.of(arrival(asked, seconds, nanos));
  }

  /// By how much the newest stamp is later than that one.
  private long since(long otherSeconds, long otherNanos) {
    return seconds == 0 || otherSeconds == 0
        ? 0
        : (seconds - otherSeconds) * 1_000_000_000 + nanos - otherNanos;
  }

  /// The stamps are of the wall clock. The difference to now is taken at once, so that it does not
  /// matter when somebody sets it, unless that happened since the bytes came; such stamps lie
  /// before the socket was there, or in the future, and count for nothing.
  private Arrival arrival(long asked, long firstSeconds, long firstNanos) {
    ClockReading now = ClockReading.now();
    if (seconds == 0 || firstSeconds == 0) {
      return Arrival.read(asked, now.nanoTime());
    }
    long last = now.nanoTimeOf(seconds, nanos);
    long first = Math.min(last, now.nanoTimeOf(firstSeconds, firstNanos));
    boolean possible = first - openedAt >= 0 && last - now.nanoTime() <= 0;
    return possible
        ? new Arrival(asked, first, last, now.nanoTime(), true)
        : Arrival.read(asked, now.nanoTime());
  }

  /// Receives; gives back how many bytes, 0 at a stream's end, -1 where nothing has arrived.
  private int receive(long most, int flags) throws IOException {
    part.set(ValueLayout.JAVA_LONG, 8, most);
    long count;
    int error = 0;
    do {
      message.set(ValueLayout.JAVA_LONG, CONTROL_LENGTH, CONTROL_BYTES);
      count = calls.receive(errorRoom, descriptor, message, flags | MSG_DONTWAIT);
      error = count < 0 ? SocketCalls.error(errorRoom) : 0;
    } while (error == EINTR);
    if (error == EAGAIN) {
      return -1;
    }
    if (count < 0) {
      throw failure(error);
    }
    readStamp();
    return (int) count;
  }

  private void readStamp() {
    seconds = 0;
    nanos = 0;
    long length = message.get(ValueLayout.JAVA_LONG, CONTROL_LENGTH);
    if (length >= HEADER_BYTES + 16
        && control.get(ValueLayout.JAVA_INT, 8) == SOL_SOCKET
        && control.get(ValueLayout.JAVA_INT, 12) == SO_TIMESTAMPNS) {
      seconds = control.get(ValueLayout.JAVA_LONG, HEADER_BYTES);
      nanos = control.get(ValueLayout.JAVA_LONG, HEADER_BYTES + 8);
    }
  }

  /// In the words of the JDK, by which the kinds of failures are known.
  private static IOException failure(int error) {
    return switch (error) {
      case ECONNRESET -> new SocketException("Connection reset");
      case ECONNREFUSED -> new PortUnreachableException();
      case ETIMEDOUT -> new SocketException("Connection timed out");
      case EHOSTUNREACH -> new SocketException("No route to host");
      default -> new SocketException("receiving failed, error " + error);
    };
  }
}
