package dev.lightfoot.probe.quic;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.kernel.Arrival;
import dev.lightfoot.probe.tls.EngineTrust;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.Addresses;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Happy Eyeballs over QUIC (RFC 8305): one address after the other, each a little later than the
/// one before or as soon as that one failed; the first handshake wins. Lives on the event loop.
final class QuicRace implements QuicConnection.Listener {
  private static final long STAGGER_MILLIS = 250;

  /// Takes the outcome; one of the two is called, once.
  interface Listener {
    void won(QuicConnection connection);

    void lost(QuicProblem problem);
  }

  private final QuicRequest request;
  private final ExchangeTrace trace;
  private final EventLoop loop;
  private final Function<InetSocketAddress, QuicConnection> connections;
  private final Listener listener;
  private final ArrayDeque<InetSocketAddress> waiting;
  private final List<QuicConnection> running = new ArrayList<>();
  private final Map<QuicConnection, Integer> attempts = new HashMap<>();
  private final List<QuicProblem> problems = new ArrayList<>();
  private Optional<QuicConnection> decisive = Optional.empty();
  private boolean over;

  QuicRace(
      QuicRequest request,
      List<InetSocketAddress> addresses,
      ExchangeTrace trace,
      EventLoop loop,
      Function<InetSocketAddress, QuicConnection> connections,
      Listener listener) {
    this.request = request;
    this.trace = trace;
    this.loop = loop;
    this.connections = connections;
    this.listener = listener;
    this.waiting = new ArrayDeque<>(addresses);
  }

  void start() {
    request.patience().ifPresent(this::giveUpAfter);
    next();
  }

  private void next() {
    InetSocketAddress address = waiting.poll();
    if (over || address == null) {
      return;
    }
    QuicConnection connection = connections.apply(address);
    running.add(connection);
    decisive = Optional.of(connection);
    connection.open(this);
    if (!waiting.isEmpty()) {
      var _ = loop.schedule(this::next, STAGGER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void leaving(QuicConnection connection) {
    trace.begin();
  }

  @Override
  public void left(QuicConnection connection, long atNanoTime) {
    if (!attempts.containsKey(connection)) {
      trace.begin();
      long start = trace.clock().of(atNanoTime);
      attempts.put(connection, trace.handshakes().quicAttemptStarted(text(connection), start));
      trace.enter(Phase.QUIC, start);
    }
  }

  private void giveUpAfter(Duration patience) {
    var _ =
        loop.schedule(
            () -> {
              boolean silent = running.stream().noneMatch(c -> c.tap().answered());
              if (!over && silent) {
                String tried = String.join(", ", running.stream().map(QuicRace::text).toList());
                lose(QuicErrors.silent(request.host(), tried, patience.toMillis() + " ms"));
              }
            },
            patience.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private static String text(QuicConnection connection) {
    return Addresses.text(connection.peer());
  }

  @Override
  public void ready(QuicConnection connection, long atNanoTime) {
    trace.handshakes().quicAttemptConnected(attempt(connection), trace.clock().of(atNanoTime));
    noteArrival(connection);
    if (over) {
      connection.close();
      return;
    }
    over = true;
    abandonOthers(connection);
    listener.won(connection);
  }

  /// Another address would show the same certificate, or hide that this one does not.
  @Override
  public void refused(QuicConnection connection, long atNanoTime, EngineTrust.Refusal refusal) {
    if (over) {
      return;
    }
    trace.handshakes().quicAttemptConnected(attempt(connection), trace.clock().of(atNanoTime));
    noteArrival(connection);
    over = true;
    decisive = Optional.of(connection);
    abandonOthers(connection);
    listener.lost(new QuicProblem(Phase.QUIC, refusal.type(), refusal.message()));
  }

  @Override
  public void failed(QuicConnection connection, QuicProblem problem) {
    left(connection, System.nanoTime()); // where not even the first packet could
    ended(connection, Optional.of(problem.type()));
    problems.add(problem);
    running.remove(connection);
    if (over) {
      return;
    }
    if (!waiting.isEmpty()) {
      next();
    } else if (running.isEmpty()) {
      over = true;
      listener.lost(problems.getFirst());
    }
  }

  private void lose(QuicProblem problem) {
    over = true;
    for (QuicConnection connection : List.copyOf(running)) {
      left(connection, System.nanoTime());
      ended(connection, Optional.of(problem.type()));
      connection.close();
    }
    listener.lost(problem);
  }

  private void abandonOthers(QuicConnection winner) {
    for (QuicConnection connection : List.copyOf(running)) {
      if (connection != winner && attempts.containsKey(connection)) {
        ended(connection, Optional.empty());
        connection.close();
      }
    }
  }

  private int attempt(QuicConnection connection) {
    return Objects.requireNonNull(attempts.get(connection));
  }

  private void ended(QuicConnection connection, Optional<ErrorType> error) {
    trace.handshakes().attemptEnded(attempt(connection), trace.clock().now(), error);
  }

  /// The connection whose handshake shows most: the one that was refused, or the newest.
  Optional<QuicConnection> decisive() {
    return decisive;
  }

  /// How the server's last datagram arrived, for which the handshake waited.
  private void noteArrival(QuicConnection connection) {
    Arrival arrival = connection.tap().newest();
    trace.stamped(arrival.stamped());
    trace.late(trace.clock().of(arrival.last()), trace.clock().of(arrival.taken()));
  }
}
