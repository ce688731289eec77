package dev.lightfoot.probe.wire;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Connects to a host that may have several addresses (Happy Eyeballs, RFC 8305 section 5): a next
/// attempt begins when the one before it failed or has been silent for a while, and the first one
/// that connects wins.
///
/// What it needs is made before the addresses are known, and the first bytes leave as soon as an
/// attempt has won. All attempts are watched by the calling thread, so that an instant is noted by
/// the thread that was woken for it: handing a result from thread to thread was seen to cost 0.1 to
/// 0.4 ms.
final class AddressRace implements AutoCloseable {
  /// Silence after which the next address is tried as well (RFC 8305 section 5).
  static final Duration ATTEMPT_DELAY = Duration.ofMillis(250);

  private final ExchangeTrace trace;
  private final ConnectGate gate;
  private final RunSockets sockets;
  private final Selector selector;
  private final ByteBuffer first;
  private final Set<InetAddress> tried = new HashSet<>();
  private final List<Attempt> running = new ArrayList<>();
  private Optional<WireChannel> spare;
  private Optional<WireChannel> winner = Optional.empty();
  private long firstLeft;
  private long firstHasLeft;

  /// Makes ready.
  ///
  /// @param first what to send as soon as there is a connection
  AddressRace(ExchangeTrace trace, ConnectGate gate, RunSockets sockets, ByteBuffer first)
      throws IOException {
    this.trace = trace;
    this.gate = gate;
    this.sockets = sockets;
    // where the kernel takes it from: no copying lies between its instant and its packet
    this.first = ByteBuffer.allocateDirect(first.remaining()).put(first.duplicate()).flip();
    this.selector = Selector.open();
    sockets.add(selector);
    this.spare = Optional.of(channel());
  }

  private WireChannel channel() throws IOException {
    WireChannel made = WireChannel.open();
    made.channel().register(selector, SelectionKey.OP_CONNECT);
    return made;
  }

  /// One address being connected to.
  private record Attempt(int number, long start, WireChannel wire) {
    SocketChannel channel() {
      return wire.channel();
    }
  }

  /// A connected channel, to which the first bytes were given; it is kept among the run's sockets.
  ///
  /// @param addresses never none; may grow meanwhile
  /// @throws IOException where no address accepts, or the run was stopped; the attempts are noted
  WireChannel connect(List<InetAddress> addresses, int port) throws IOException {
    try {
      race(addresses, port);
    } catch (ClosedSelectorException e) {
      throw stopped(e);
    } finally {
      close();
    }
    WireChannel open =
        winner.orElseThrow(() -> new ConnectException("no address accepts connections"));
    sockets.add(open);
    open.write(first);
    return open;
  }

  /// When the first bytes left, raw nanoTime.
  long firstLeft() {
    return firstLeft;
  }

  /// When the kernel had taken them.
  long firstHasLeft() {
    return firstHasLeft;
  }

  private void race(List<InetAddress> addresses, int port) throws IOException {
    Optional<InetAddress> next = untried(addresses);
    while (winner.isEmpty() && !(next.isEmpty() && running.isEmpty())) {
      if (next.isPresent()) {
        tried.add(next.get());
        begin(new InetSocketAddress(next.get(), port));
      }
      await();
      next = untried(addresses);
    }
  }

  /// The other family's addresses may have come meanwhile, so the list is looked at again.
  private Optional<InetAddress> untried(List<InetAddress> addresses) {
    return Addresses.interleaved(List.copyOf(addresses)).stream()
        .filter(a -> !tried.contains(a))
        .findFirst();
  }

  /// Waits until an attempt comes to an end, or has been silent for so long that another begins.
  private void await() throws IOException {
    long until = System.nanoTime() + ATTEMPT_DELAY.toNanos();
    boolean failed = false;
    while (winner.isEmpty() && !running.isEmpty() && !failed) {
      long patience = (until - System.nanoTime()) / 1_000_000;
      if (patience <= 0) {
        return;
      }
      selector.select(patience);
      failed = settle();
    }
  }

  private void begin(InetSocketAddress peer) throws IOException {
    if (!gate.admits(peer.getAddress())) {
      trace.fail(Optional.of(Phase.TCP), ErrorType.PRIVATE_ADDRESS, gate.refusal(peer));
      throw new SocketException("private address refused");
    }
    WireChannel wire = spare.isPresent() ? spare.get() : channel();
    spare = Optional.empty();
    String text = Addresses.text(peer);
    trace.begin();
    long start = trace.clock().now();
    boolean there;
    try {
      there = wire.channel().connect(peer);
    } catch (IOException e) {
      long failed = trace.clock().now();
      lost(new Attempt(trace.handshakes().attemptStarted(text, start), start, wire), failed, e);
      return;
    }
    Attempt attempt = new Attempt(trace.handshakes().attemptStarted(text, start), start, wire);
    trace.enter(Phase.TCP, start);
    running.add(attempt);
    if (there) {
      won(attempt, trace.clock().now());
    }
  }

  /// Looks at every attempt that has come to an end; says whether one failed.
  private boolean settle() throws IOException {
    long now = trace.clock().now();
    boolean failed = false;
    for (Attempt attempt : List.copyOf(running)) {
      SelectionKey key = attempt.channel().keyFor(selector);
      if (winner.isPresent() || key == null || !key.isValid() || !key.isConnectable()) {
        continue;
      }
      boolean there;
      try {
        there = attempt.channel().finishConnect();
      } catch (IOException e) {
        lost(attempt, now, e);
        failed = true;
        continue;
      }
      if (there) {
        won(attempt, now);
      }
    }
    selector.selectedKeys().clear();
    return failed;
  }

  /// The kernel knows when the answer to its SYN came; we only know when we were woken for it.
  private void won(Attempt attempt, long woken) throws IOException {
    OptionalLong answered = attempt.wire.handshakeNanos();
    long at = Math.min(woken, attempt.start + answered.orElse(woken - attempt.start));
    // before anything leaves: what it brings about may end the run, and connecting did not fail
    trace.handshakes().attemptConnected(attempt.number, at);
    int length = first.remaining();
    long before = System.nanoTime();
    attempt.channel().write(first);
    firstHasLeft = System.nanoTime();
    firstLeft = attempt.wire.left(before, length);
    winner = Optional.of(attempt.wire);
    running.remove(attempt);
    trace.stamped(answered.isPresent());
    trace.late(at, woken);
  }

  private void lost(Attempt attempt, long at, IOException error) {
    trace.handshakes().attemptEnded(attempt.number, at, Optional.of(ConnectErrors.type(error)));
    running.remove(attempt);
    close(attempt.wire);
  }

  @Override
  public void close() throws IOException {
    sockets.forget(selector);
    spare.ifPresent(AddressRace::close);
    spare = Optional.empty();
    abandonLosers();
    selector.close();
  }

  private void abandonLosers() {
    for (Attempt attempt : running) {
      trace.handshakes().attemptEnded(attempt.number, trace.clock().now(), Optional.empty());
      close(attempt.wire);
    }
    running.clear();
  }

  private static void close(WireChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // it is of no more use either way
    }
  }

  private static SocketException stopped(RuntimeException cause) {
    SocketException stopped = new SocketException("Socket closed");
    stopped.initCause(cause);
    return stopped;
  }
}
