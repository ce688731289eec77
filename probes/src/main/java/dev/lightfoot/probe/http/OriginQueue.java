package dev.lightfoot.probe.http;

import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.SharedConnection;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Who may ask an origin now, and who waits for a turn: the most urgent first, equal ones in the
/// order in which they came.
///
/// The first exchange with an origin that is not known yet opens a connection, for it may carry all
/// of them; the others wait, or open one each beside it, as browsers do, which all but one have
/// done in vain where the first turns out to be shared. On http/1.1 up to [#CONNECTIONS] then have
/// one each; on a shared connection (h2, h3) as many go as the server takes at a time.
final class OriginQueue {
  /// Connections to one origin at a time over http/1.1, as browsers have it.
  static final int CONNECTIONS = 6;

  private final TreeSet<Turn> waiting =
      new TreeSet<>(
          Comparator.<Turn>comparingInt(turn -> turn.urgency)
              .thenComparingLong(turn -> turn.number));
  private final List<Turn> opening = new ArrayList<>();
  private Optional<SharedConnection> shared = Optional.empty();
  private boolean separate;
  private boolean closed;
  private int busy;
  private long came;

  /// @param separate whether it is known that every call needs a connection of its own
  OriginQueue(boolean separate) {
    this.separate = separate;
  }

  /// The right to ask; given back when closed.
  final class Turn implements AutoCloseable {
    private final ExchangeTrace trace;
    private final int urgency;
    private final boolean opensBeside;
    private final Runnable breakOff;
    private final long number;
    private boolean ended;
    private volatile boolean calledOff;

    private Turn(ExchangeTrace trace, Carriage carriage, Runnable breakOff, long number) {
      this.trace = trace;
      this.urgency = carriage.urgency();
      this.opensBeside = carriage.opensBeside();
      this.breakOff = breakOff;
      this.number = number;
    }

    /// A connection is there.
    ///
    /// @param carrier it, where it carries many calls at a time
    void connected(Optional<SharedConnection> carrier) {
      List<Turn> inVain;
      synchronized (OriginQueue.this) {
        if (ended || calledOff) {
          return;
        }
        shared = carrier;
        separate = carrier.isEmpty();
        opening.remove(this);
        inVain = carrier.isPresent() ? List.copyOf(opening) : List.of();
        inVain.forEach(Turn::callOff);
        OriginQueue.this.notifyAll();
      }
      inVain.forEach(turn -> turn.breakOff.run());
    }

    private void callOff() {
      calledOff = true;
      trace.callOff();
      opening.remove(this);
    }

    /// Whether the connection that it opens is not needed any more.
    boolean isCalledOff() {
      return calledOff;
    }

    /// Where it opened nothing, those who waited for it need not do so one after the other.
    @Override
    public void close() {
      synchronized (OriginQueue.this) {
        if (!ended) {
          ended = true;
          busy--;
          separate |= opening.remove(this);
          OriginQueue.this.notifyAll();
        }
      }
    }
  }

  /// Waits for a turn; where it has to, the trace notes it.
  ///
  /// @param breakOff ends what the call does where another one's connection carries it, too
  /// @throws SocketException where the measurement was stopped meanwhile
  Turn enter(ExchangeTrace trace, Carriage carriage, Runnable breakOff) throws SocketException {
    Turn turn;
    boolean waited = false;
    boolean interrupted = false;
    boolean admitted;
    synchronized (this) {
      turn = new Turn(trace, carriage, breakOff, came++);
      waiting.add(turn);
      while (!closed && !(waiting.first() == turn && hasRoom(turn))) {
        if (!waited) {
          waited = true;
          trace.enter(Phase.BLOCKED, trace.clock().now());
        }
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true; // the measurement is ended by closing its sockets
        }
      }
      waiting.remove(turn);
      notifyAll();
      admitted = !closed;
      if (admitted) {
        take(turn);
      }
    }
    if (waited) {
      trace.released();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!admitted) {
      throw new SocketException("The measurement was stopped.");
    }
    return turn;
  }

  private boolean hasRoom(Turn turn) {
    shared = shared.filter(SharedConnection::takesMore);
    if (shared.isPresent()) {
      return busy < shared.get().mostStreams();
    }
    return separate
        ? busy < CONNECTIONS
        : opening.isEmpty() || (turn.opensBeside && opening.size() < CONNECTIONS);
  }

  private void take(Turn turn) {
    busy++;
    if (shared.isEmpty() && !separate) {
      opening.add(turn);
    }
  }

  /// Whether there is a connection that carries many calls.
  synchronized boolean isShared() {
    return shared.filter(SharedConnection::takesMore).isPresent();
  }

  /// No exchange gets a turn from now on.
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
