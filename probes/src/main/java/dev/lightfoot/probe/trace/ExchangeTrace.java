package dev.lightfoot.probe.trace;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What sockets and resolver note about one exchange while it runs. Safe for use by several
/// threads; every method is short, allocates little and never blocks on the network.
public final class ExchangeTrace {
  /// How long a body waits for `100 Continue`, as with curl.
  public static final Duration CONTINUE_PATIENCE = Duration.ofSeconds(1);

  private final RunClock clock;
  private final PhaseWatcher watcher;
  private final long madeAt = System.nanoTime();
  private OptionalLong releasedAt = OptionalLong.empty();
  private final Map<Mark, Long> instants = new EnumMap<>(Mark.class);
  private final LookupNotes lookup = new LookupNotes();
  private final HandshakeNotes handshakes = new HandshakeNotes(this);
  private final List<Interim> interim = new ArrayList<>();
  private final BodyChunks chunks = new BodyChunks();
  private final LateNotes late = new LateNotes();
  private Optional<Failure> failure = Optional.empty();
  private Optional<Deferred<ResponseHead>> head = Optional.empty();
  private Optional<Phase> current = Optional.empty();
  private OptionalLong waitsSince = OptionalLong.empty();
  private boolean expects;
  private boolean goesOn;
  private boolean calledOff;
  private boolean over;
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
    if (!over) {
      instants.putIfAbsent(mark, atNanos);
    }
  }

  /// Notes an instant; the last note of a mark stays.
  public synchronized void move(Mark mark, long atNanos) {
    if (!over) {
      instants.put(mark, atNanos);
    }
  }

  /// Notes an instant; the earliest one of a mark stays.
  public synchronized void markEarliest(Mark mark, long atNanos) {
    if (!over) {
      instants.merge(mark, atNanos, Math::min);
    }
  }

  public synchronized OptionalLong at(Mark mark) {
    Long instant = instants.get(mark);
    return instant == null ? OptionalLong.empty() : OptionalLong.of(instant);
  }

  public synchronized boolean has(Mark mark) {
    return instants.containsKey(mark);
  }

  /// The exchange enters a phase; the watcher is notified.
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

  /// Notes why the exchange breaks off; the first reason stays. The phase is the current one; where
  /// none has begun but the wait for its turn, that one.
  public synchronized void fail(ErrorType type, String message) {
    boolean begun = current.filter(phase -> phase != Phase.BLOCKED).isPresent();
    fail(begun ? current() : Optional.of(Phase.BLOCKED), type, message);
  }

  /// Notes why the exchange breaks off; the first reason stays.
  public synchronized void fail(Optional<Phase> phase, ErrorType type, String message) {
    if (failure.isEmpty() && !calledOff && !over) {
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

  /// Something arrived that had to be waited for.
  ///
  /// @param byKernel whether the kernel noted when; else it is known only when we had it
  public void stamped(boolean byKernel) {
    late.stamped(byKernel);
  }

  /// What had arrived then was here only later, and what came after it waited for it.
  public void late(long fromNanos, long toNanos) {
    late.add(fromNanos, toNanos);
  }

  /// When things had arrived of which we knew only later.
  public LateNotes lateness() {
    return late;
  }

  /// What is noted about finding the host's addresses.
  public LookupNotes lookup() {
    return lookup;
  }

  /// Its connection was opened ahead: what was looked up and attempted for that is noted here, too.
  public void adopt(ExchangeTrace ahead) {
    lookup.adopt(ahead.lookup);
    handshakes.adopt(ahead.handshakes);
  }

  /// What is noted about connecting to them.
  public HandshakeNotes handshakes() {
    return handshakes;
  }

  /// The exchange goes on over TCP: what QUIC took counts as connecting, as it does where an
  /// address of Happy Eyeballs is dead.
  synchronized void connectAfterQuic() {
    Long began = instants.remove(Mark.QUIC_START);
    instants.remove(Mark.QUIC_END);
    if (began != null) {
      mark(Mark.TCP_START, began);
    }
    if (current.equals(Optional.of(Phase.QUIC))) {
      current = Optional.of(Phase.TCP);
    }
  }

  /// It has ended. Its connection may live on, and its exchange be put together later: what is
  /// noted until then is none of its own, and what is still under way for it is given up now.
  public void over() {
    synchronized (this) {
      over = true;
    }
    late.over();
    handshakes.over();
    lookup.over();
  }

  /// The connection that it opens is not needed: one that another exchange opened carries it, too.
  /// That opening it fails now counts for nothing, until it starts over.
  public synchronized void callOff() {
    calledOff = true;
  }

  /// The request is made again on another connection: until now it waited for one.
  public synchronized void startOver() {
    if (calledOff) {
      calledOff = false;
      instants.clear();
      lookup.skipped(Reason.CACHED);
      handshakes.startOver();
    }
    instants.remove(Mark.SEND_FIRST_BYTE);
    instants.remove(Mark.SEND_LAST_BYTE);
    current = Optional.empty();
    requestHeaderBytes = 0;
    requestBodyBytes = 0;
    released();
  }

  /// Its body waits for `100 Continue` (RFC 9110 section 10.1.1).
  public synchronized void expectContinue() {
    expects = true;
  }

  /// Its head has been handed over.
  public synchronized void headSent() {
    waitsSince = OptionalLong.of(System.nanoTime());
  }

  /// Whether its body still waits for `100 Continue`.
  public synchronized boolean expectsContinue() {
    return expects && !goesOn && !has(Mark.FIRST_BYTE);
  }

  /// Whether its body has waited long enough without a word; it waits no longer then.
  public synchronized boolean goesOn() {
    OptionalLong left = at(Mark.SEND_FIRST_BYTE); // on a busy computer later than handed over
    boolean overdue =
        expectsContinue()
            && waitsSince.isPresent()
            && left.isPresent()
            && clock.now() - Math.max(left.getAsLong(), clock.of(waitsSince.getAsLong()))
                >= CONTINUE_PATIENCE.toNanos();
    goesOn |= overdue;
    return overdue;
  }

  /// Whether its body was sent although nothing had been said to `Expect`.
  public synchronized boolean wentOn() {
    return goesOn;
  }

  /// The head of the final response has come.
  public synchronized void head(Deferred<ResponseHead> came) {
    head = Optional.of(came);
  }

  /// The head of the final response, as it came; empty before.
  public synchronized Optional<ResponseHead> head() {
    return head.map(Deferred::get);
  }

  public synchronized void interim(Interim response) {
    interim.add(response);
  }

  public synchronized List<Interim> interim() {
    return List.copyOf(interim);
  }

  public synchronized void requestBytes(long header, long body) {
    if (!over) {
      requestHeaderBytes += header;
      requestBodyBytes += body;
    }
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
    if (!over) {
      mark(Mark.BODY_FIRST_BYTE, firstAtNanos);
      chunks.add(bytes, lastAtNanos);
    }
  }

  /// How many body bytes have arrived.
  public synchronized long bodyBytes() {
    return chunks.bytes();
  }

  public synchronized BodyChunks chunks() {
    return chunks.copy();
  }
}
