package dev.lightfoot.probe.wire;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Connects to a host that may have several addresses (Happy Eyeballs, RFC 8305 section 5): a next
/// attempt begins when the one before it failed or has been silent for a while, and the first one
/// that connects wins.
///
/// All attempts are watched by the calling thread, so that an instant is noted by the thread that
/// was woken for it: handing a result from thread to thread was seen to cost 0.1 to 0.4 ms.
final class AddressRace {
  /// Silence after which the next address is tried as well (RFC 8305 section 5).
  static final Duration ATTEMPT_DELAY = Duration.ofMillis(250);

  private final ExchangeTrace trace;
  private final ConnectGate gate;
  private final RunSockets sockets;
  private final List<Attempt> running = new ArrayList<>();
  private Optional<SocketChannel> winner = Optional.empty();

  AddressRace(ExchangeTrace trace, ConnectGate gate, RunSockets sockets) {
    this.trace = trace;
    this.gate = gate;
    this.sockets = sockets;
  }

  /// One address being connected to.
  private record Attempt(int number, SocketChannel channel) {}

  /// A connected channel in blocking mode; it is kept among the run's sockets.
  ///
  /// @throws IOException where no address accepts, or the run was stopped; the attempts are noted
  SocketChannel connect(List<InetAddress> addresses, int port) throws IOException {
    Deque<InetSocketAddress> left = new ArrayDeque<>();
    Addresses.interleaved(addresses)
        .forEach(address -> left.add(new InetSocketAddress(address, port)));
    try (Selector selector = Selector.open()) {
      sockets.add(selector);
      try {
        race(left, selector);
      } catch (ClosedSelectorException e) {
        throw stopped(e);
      } finally {
        sockets.forget(selector);
        abandonLosers();
      }
    }
    SocketChannel channel =
        winner.orElseThrow(() -> new ConnectException("no address accepts connections"));
    channel.configureBlocking(true); // possible once its selector is closed
    sockets.add(channel);
    return channel;
  }

  private void race(Deque<InetSocketAddress> left, Selector selector) throws IOException {
    while (winner.isEmpty() && !(left.isEmpty() && running.isEmpty())) {
      if (!left.isEmpty()) {
        begin(left.remove(), selector);
      }
      boolean more = !left.isEmpty();
      long until = System.nanoTime() + ATTEMPT_DELAY.toNanos();
      boolean failed = false;
      while (winner.isEmpty() && !running.isEmpty() && !failed) {
        long patience = more ? (until - System.nanoTime()) / 1_000_000 : 0;
        if (more && patience <= 0) {
          break;
        }
        selector.select(patience);
        failed = settle(selector);
      }
    }
  }

  private void begin(InetSocketAddress peer, Selector selector) throws IOException {
    if (!gate.admits(peer.getAddress())) {
      trace.fail(Optional.of(Phase.TCP), ErrorType.PRIVATE_ADDRESS, gate.refusal(peer));
      throw new SocketException("private address refused");
    }
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_CONNECT);
    String text = Addresses.text(peer);
    trace.begin();
    long start = trace.clock().now();
    try {
      boolean there = channel.connect(peer);
      Attempt attempt = new Attempt(trace.attemptStarted(text, start), channel);
      trace.enter(Phase.TCP, start);
      running.add(attempt);
      if (there) {
        won(attempt, trace.clock().now());
      }
    } catch (IOException e) {
      lost(new Attempt(trace.attemptStarted(text, start), channel), trace.clock().now(), e);
    }
  }

  /// Looks at every attempt that has come to an end; says whether one failed.
  private boolean settle(Selector selector) {
    long now = trace.clock().now();
    boolean failed = false;
    for (Attempt attempt : List.copyOf(running)) {
      SelectionKey key = attempt.channel.keyFor(selector);
      if (winner.isPresent() || key == null || !key.isValid() || !key.isConnectable()) {
        continue;
      }
      try {
        if (attempt.channel.finishConnect()) {
          won(attempt, now);
        }
      } catch (IOException e) {
        lost(attempt, now, e);
        failed = true;
      }
    }
    selector.selectedKeys().clear();
    return failed;
  }

  private void won(Attempt attempt, long at) {
    trace.attemptConnected(attempt.number, at);
    winner = Optional.of(attempt.channel);
    running.remove(attempt);
  }

  private void lost(Attempt attempt, long at, IOException error) {
    trace.attemptEnded(attempt.number, at, Optional.of(ConnectErrors.type(error)));
    running.remove(attempt);
    close(attempt.channel);
  }

  private void abandonLosers() {
    for (Attempt attempt : running) {
      trace.attemptEnded(attempt.number, trace.clock().now(), Optional.empty());
      close(attempt.channel);
    }
    running.clear();
  }

  private static void close(SocketChannel channel) {
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
