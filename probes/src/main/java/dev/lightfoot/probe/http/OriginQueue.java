package dev.lightfoot.probe.http;

import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.SharedConnection;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Who may ask an origin now, and who waits for a turn, in the order in which they came.
///
/// The first exchange with an origin that is not known yet opens a connection; the others wait, for
/// it may carry them all. On http/1.1 up to [#CONNECTIONS] then have one each; on a shared
/// connection (h2, h3) as many go as the server takes at a time. Without this each of thirty calls
/// would shake hands by itself, and all but one in vain.
final class OriginQueue {
  /// Connections to one origin at a time over http/1.1, as browsers have it.
  static final int CONNECTIONS = 6;

  private final Deque<Turn> waiting = new ArrayDeque<>();
  private Optional<SharedConnection> shared = Optional.empty();
  private boolean separate;
  private boolean opening;
  private boolean closed;
  private int busy;

  /// @param separate whether it is known that every call needs a connection of its own
  OriginQueue(boolean separate) {
    this.separate = separate;
  }

  /// The right to ask; given back when closed.
  final class Turn implements AutoCloseable {
    private boolean opens;
    private boolean ended;

    private Turn() {}

    /// A connection is there.
    ///
    /// @param carrier it, where it carries many calls at a time
    void connected(Optional<SharedConnection> carrier) {
      synchronized (OriginQueue.this) {
        if (ended) {
          return;
        }
        shared = carrier;
        separate = carrier.isEmpty();
        settled();
      }
    }

    private void settled() {
      if (opens) {
        opens = false;
        opening = false;
      }
      OriginQueue.this.notifyAll();
    }

    /// Where it opened nothing, those who waited for it need not do so one after the other.
    @Override
    public void close() {
      synchronized (OriginQueue.this) {
        if (!ended) {
          ended = true;
          busy--;
          separate |= opens;
          settled();
        }
      }
    }
  }

  /// Waits for a turn; where it has to, the trace notes it.
  ///
  /// @throws SocketException where the measurement was stopped meanwhile
  Turn enter(ExchangeTrace trace) throws SocketException {
    Turn turn = new Turn();
    boolean waited = false;
    boolean interrupted = false;
    boolean admitted;
    synchronized (this) {
      waiting.add(turn);
      while (!closed && !(waiting.peek() == turn && hasRoom())) {
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

  private boolean hasRoom() {
    shared = shared.filter(SharedConnection::takesMore);
    if (shared.isPresent()) {
      return busy < shared.get().mostStreams();
    }
    return separate ? busy < CONNECTIONS : !opening;
  }

  private void take(Turn turn) {
    busy++;
    if (shared.isEmpty() && !separate) {
      turn.opens = true;
      opening = true;
    }
  }

  /// No exchange gets a turn from now on.
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
