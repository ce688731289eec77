package dev.lightfoot.probe.kernel;

import dev.lightfoot.probe.trace.ClockReading;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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

  private static Optional<SocketChannel> keeper = Optional.empty();

  private final SocketMessage message;
  private final Optional<KernelDepartures> departures;
  private final StreamOrder order;
  private final long openedAt = System.nanoTime();
  private long seconds;
  private long nanos;

  private KernelArrivals(SocketMessage message, Optional<KernelDepartures> departures) {
    this.message = message;
    this.departures = departures;
    this.order = new StreamOrder(() -> KernelTcpInfo.outOfOrder(message.descriptor()));
  }

  /// Those at a channel that is not connected yet; empty where the kernel's stamps are not to be
  /// had.
  public static Optional<KernelArrivals> at(SocketChannel channel, int capacity)
      throws IOException {
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
        ? SocketCalls.HERE.map(calls -> at(calls, descriptor.getAsInt(), capacity))
        : Optional.empty();
  }

  private static KernelArrivals at(SocketCalls calls, int descriptor, int capacity) {
    return new KernelArrivals(
        new SocketMessage(calls, descriptor, capacity), KernelDepartures.at(calls, descriptor));
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

  public int descriptor() {
    return message.descriptor();
  }

  /// When what was given to the kernel since then left it: by its own stamp, where it has one.
  ///
  /// @param before when the call began that gave it something, raw nanoTime
  public long left(long before) {
    return departures.isPresent() ? departures.get().left(before) : before;
  }

  /// The bytes that were taken last begin here.
  public MemorySegment data() {
    return message.data();
  }

  /// So many bytes of those that were taken last, until more are taken.
  public ByteBuffer received(int count) {
    return message.data().asSlice(0, count).asByteBuffer();
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
  public Taken stream(long asked) throws IOException {
    long looked = System.nanoTime();
    int first = receive(1, MSG_PEEK);
    if (first < 0) {
      order.nothing(looked);
    }
    if (first <= 0) {
      return Taken.nothing(first == 0 ? -1 : 0, asked);
    }
    long firstSeconds = seconds;
    long firstNanos = nanos;
    long most = message.data().byteSize();
    if (ageNanos() > PUNCTUAL_NANOS) {
      int all = receive(most, MSG_PEEK | MSG_TRUNC);
      long span = since(firstSeconds, firstNanos);
      long near = Math.max(TOGETHER_NANOS, span / MOST_GROUPS);
      most = span > near ? together(1, all, firstSeconds, firstNanos, near) : all;
    }
    int count = receive(most, 0);
    return new Taken(count, order.had(arrival(asked, firstSeconds, firstNanos)));
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
    int count = receive(message.data().byteSize(), 0);
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
    long first = now.nanoTimeOf(firstSeconds, firstNanos);
    long last = now.nanoTimeOf(seconds, nanos);
    if (last - first < 0) {
      last = first; // they came before the first, and waited for it: bytes are had in order
    }
    boolean possible = first - openedAt >= 0 && last - now.nanoTime() <= 0;
    return possible
        ? new Arrival(asked, first, last, now.nanoTime(), true)
        : Arrival.read(asked, now.nanoTime());
  }

  /// Receives; gives back how many bytes, 0 at a stream's end, -1 where nothing has arrived.
  private int receive(long most, int flags) throws IOException {
    int count = message.receive(most, flags);
    OptionalLong stamp =
        count < 0 ? OptionalLong.empty() : message.control(SOL_SOCKET, SO_TIMESTAMPNS);
    seconds = stamp.isPresent() ? message.longAt(stamp.getAsLong()) : 0;
    nanos = stamp.isPresent() ? message.longAt(stamp.getAsLong() + 8) : 0;
    if (count < 0) {
      departures.ifPresent(KernelDepartures::forget); // a stamp that waits would wake a selector
    }
    return count;
  }
}
