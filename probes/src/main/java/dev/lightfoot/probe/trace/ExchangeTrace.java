package dev.lightfoot.probe.trace;

import dev.lightfoot.model.ConnectionAttempt;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.TlsFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What sockets and resolver note about one exchange while it runs. Safe for use by several
/// threads; every method is short, allocates little and never blocks on the network.
public final class ExchangeTrace {
  private final RunClock clock;
  private final PhaseWatcher watcher;
  private final long madeAt = System.nanoTime();
  private OptionalLong releasedAt = OptionalLong.empty();
  private final Map<Mark, Long> instants = new EnumMap<>(Mark.class);
  private final List<Deferred<DnsQuery>> queries = new ArrayList<>();
  private final AttemptLog attempts = new AttemptLog();
  private final List<Interim> interim = new ArrayList<>();
  private final BodyChunks chunks = new BodyChunks();
  private OptionalInt dnsTrips = OptionalInt.empty();
  private OptionalInt proxyStatus = OptionalInt.empty();
  private OptionalInt tlsTrips = OptionalInt.empty();
  private Optional<Deferred<TlsFacts>> tls = Optional.empty();
  private OptionalInt quicTrips = OptionalInt.empty();
  private boolean quic;
  private Optional<String> dnsSkipped = Optional.empty();
  private Optional<Failure> failure = Optional.empty();
  private Optional<Phase> current = Optional.empty();
  private long requestHeaderBytes;
  private long requestBodyBytes;
  private long responseHeaderBytes;

  public ExchangeTrace(RunClock clock, PhaseWatcher watcher) {
    this.clock = clock;
    this.watcher = watcher;
  }

  public RunClock clock() {
    return clock;
  }

  /// When the exchange began: one that was asked for before the run's first packet with that one, a
  /// later one when it was asked for.
  public long startNanos() {
    return Math.max(0, clock.of(madeAt));
  }

  /// It need not wait for other exchanges any more.
  public synchronized void released() {
    releasedAt = OptionalLong.of(System.nanoTime());
  }

  /// Until when it waited for other exchanges: for their connection, their streams or their answer
  /// from DNS; empty where it did not.
  public synchronized OptionalLong releasedNanos() {
    return releasedAt.isEmpty()
        ? releasedAt
        : OptionalLong.of(Math.max(startNanos(), clock.of(releasedAt.getAsLong())));
  }

  /// A packet is about to leave. The first one of a run starts its clock.
  public void begin() {
    clock.begin();
  }

  /// Notes an instant; the first note of a mark stays.
  public synchronized void mark(Mark mark, long atNanos) {
    instants.putIfAbsent(mark, atNanos);
  }

  /// Notes an instant; the last note of a mark stays.
  public synchronized void move(Mark mark, long atNanos) {
    instants.put(mark, atNanos);
  }

  public synchronized OptionalLong at(Mark mark) {
    Long instant = instants.get(mark);
    return instant == null ? OptionalLong.empty() : OptionalLong.of(instant);
  }

  public synchronized boolean has(Mark mark) {
    return instants.containsKey(mark);
  }

  /// The exchange enters a phase; told to the watcher.
  public void enter(Phase phase, long atNanos) {
    synchronized (this) {
      if (current.isPresent() && current.get().compareTo(phase) >= 0) {
        return;
      }
      current = Optional.of(phase);
    }
    watcher.entered(phase, atNanos);
  }

  /// The phase it is in; empty before the first and between two.
  public synchronized Optional<Phase> current() {
    return current.filter(phase -> !ended(phase));
  }

  private boolean ended(Phase phase) {
    return switch (phase) {
      case DNS -> has(Mark.DNS_END);
      case TCP -> has(Mark.TCP_END);
      case PROXY -> has(Mark.PROXY_END);
      case TLS -> has(Mark.TLS_END);
      case QUIC -> has(Mark.QUIC_END);
      case BLOCKED -> releasedAt.isPresent();
      case SEND, WAIT, RECEIVE -> false;
    };
  }

  /// Notes why the exchange breaks off; the first reason stays. The phase is the current one.
  public synchronized void fail(ErrorType type, String message) {
    fail(current(), type, message);
  }

  /// Notes why the exchange breaks off; the first reason stays.
  public synchronized void fail(Optional<Phase> phase, ErrorType type, String message) {
    if (failure.isEmpty()) {
      failure = Optional.of(new Failure(phase, type, message, clock.now()));
    }
  }

  /// Says of the reason noted what it means: that a proxy cannot be reached.
  public synchronized void restate(ErrorType type, String before) {
    failure =
        failure.map(why -> new Failure(why.phase(), type, before + why.message(), why.atNanos()));
  }

  public synchronized Optional<Failure> failure() {
    return failure;
  }

  /// The host needed no question; see [dev.lightfoot.model.PhaseTiming.Reason].
  public synchronized void dnsSkipped(String reason) {
    dnsSkipped = Optional.of(reason);
  }

  public synchronized Optional<String> dnsSkipped() {
    return dnsSkipped;
  }

  public synchronized void query(Deferred<DnsQuery> query) {
    queries.add(query);
  }

  public synchronized List<DnsQuery> queries() {
    return queries.stream().map(Deferred::get).toList();
  }

  public synchronized void dnsTrips(OptionalInt trips) {
    dnsTrips = trips;
  }

  public synchronized OptionalInt dnsTrips() {
    return dnsTrips;
  }

  /// An address is being connected to; the result names the attempt.
  public synchronized int attemptStarted(String address, long atNanos) {
    mark(Mark.TCP_START, atNanos);
    return attempts.started(address, atNanos, ConnectionAttempt.TCP);
  }

  /// A QUIC handshake with an address begins; the result names the attempt.
  public synchronized int quicAttemptStarted(String address, long atNanos) {
    quic = true;
    mark(Mark.QUIC_START, atNanos);
    return attempts.started(address, atNanos, ConnectionAttempt.QUIC);
  }

  /// The exchange goes over QUIC, on a connection that was open before.
  public synchronized void overQuic() {
    quic = true;
  }

  /// Whether the exchange goes over QUIC.
  public synchronized boolean quic() {
    return quic;
  }

  /// QUIC was tried and given up: the exchange goes on over TCP. The time that was lost counts as
  /// connecting, as it does where an address of Happy Eyeballs is dead.
  public synchronized void fallBackToTcp() {
    quic = false;
    quicTrips = OptionalInt.empty();
    Long began = instants.remove(Mark.QUIC_START);
    instants.remove(Mark.QUIC_END);
    if (began != null) {
      mark(Mark.TCP_START, began);
    }
    if (current.equals(Optional.of(Phase.QUIC))) {
      current = Optional.of(Phase.TCP);
    }
  }

  /// That attempt connected. Only the first one counts; a later one is abandoned.
  public synchronized void attemptConnected(int attempt, long atNanos) {
    attempts.ended(
        attempt,
        atNanos,
        has(Mark.TCP_END) ? ConnectionAttempt.ABANDONED : ConnectionAttempt.CONNECTED,
        Optional.empty());
    mark(Mark.TCP_END, atNanos);
  }

  /// The QUIC handshake of that attempt is complete. Only the first one counts.
  public synchronized void quicAttemptConnected(int attempt, long atNanos) {
    attempts.ended(
        attempt,
        atNanos,
        has(Mark.QUIC_END) ? ConnectionAttempt.ABANDONED : ConnectionAttempt.CONNECTED,
        Optional.empty());
    mark(Mark.QUIC_END, atNanos);
  }

  /// That attempt was refused, or given up where there is no error.
  public synchronized void attemptEnded(int attempt, long atNanos, Optional<ErrorType> error) {
    attempts.ended(
        attempt,
        atNanos,
        error.isPresent() ? ConnectionAttempt.FAILED : ConnectionAttempt.ABANDONED,
        error.map(ErrorType::label));
  }

  /// Every attempt; those still under way count as abandoned now.
  public synchronized List<ConnectionAttempt> attempts() {
    return attempts.list(clock.now());
  }

  /// How long the attempt that won took; empty before.
  public synchronized OptionalLong connectNanos() {
    return attempts.list(0).stream()
        .filter(attempt -> attempt.outcome().equals(ConnectionAttempt.CONNECTED))
        .mapToLong(ConnectionAttempt::durationNanos)
        .findFirst();
  }

  /// What a proxy answered to CONNECT.
  public synchronized void proxyStatus(int status) {
    proxyStatus = OptionalInt.of(status);
  }

  public synchronized OptionalInt proxyStatus() {
    return proxyStatus;
  }

  /// A round trip to the peer of TLS, at most: through a tunnel that of CONNECT, else that of the
  /// TCP connection; empty before.
  public synchronized OptionalLong pathNanos() {
    OptionalLong answered = at(Mark.PROXY_END);
    return answered.isPresent()
        ? OptionalLong.of(answered.getAsLong() - at(Mark.PROXY_START).orElseThrow())
        : connectNanos();
  }

  /// What the handshake has settled so far, and the round trips it has taken.
  public synchronized void tls(Deferred<TlsFacts> facts, int trips) {
    tls = Optional.of(facts);
    tlsTrips = OptionalInt.of(trips);
  }

  /// What the QUIC handshake has settled so far, and the round trips it has taken.
  public synchronized void quicHandshake(Optional<TlsFacts> facts, int trips) {
    facts.ifPresent(known -> tls = Optional.of(new Deferred<>(() -> known)));
    quicTrips = OptionalInt.of(trips);
  }

  public synchronized OptionalInt quicTrips() {
    return quicTrips;
  }

  public synchronized Optional<TlsFacts> tls() {
    return tls.map(Deferred::get);
  }

  public synchronized OptionalInt tlsTrips() {
    return tlsTrips;
  }

  public synchronized void interim(Interim response) {
    interim.add(response);
  }

  public synchronized List<Interim> interim() {
    return List.copyOf(interim);
  }

  public synchronized void requestBytes(long header, long body) {
    requestHeaderBytes += header;
    requestBodyBytes += body;
  }

  public synchronized long requestHeaderBytes() {
    return requestHeaderBytes;
  }

  public synchronized long requestBodyBytes() {
    return requestBodyBytes;
  }

  public synchronized void responseHeaderBytes(long bytes) {
    responseHeaderBytes = bytes;
  }

  public synchronized long responseHeaderBytes() {
    return responseHeaderBytes;
  }

  /// Body bytes arrived, without their framing.
  public synchronized void body(long bytes, long firstAtNanos, long lastAtNanos) {
    mark(Mark.BODY_FIRST_BYTE, firstAtNanos);
    chunks.add(bytes, lastAtNanos);
  }

  public synchronized BodyChunks chunks() {
    return chunks.copy();
  }
}
