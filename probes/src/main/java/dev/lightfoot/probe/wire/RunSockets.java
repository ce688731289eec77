package dev.lightfoot.probe.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Every open socket of a measurement, so that one call ends them all. A socket that is added after
/// that is closed at once.
public final class RunSockets {
  private final Set<Closeable> open = new HashSet<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private boolean closed;

  /// Keeps a socket until it is forgotten.
  ///
  /// @throws IOException where the measurement has been stopped; the socket is closed then
  public void add(Closeable socket) throws IOException {
    synchronized (this) {
      if (!closed) {
        open.add(socket);
        return;
      }
    }
    socket.close();
    throw new IOException("The measurement was stopped.");
  }

  /// The number of the next connection, from 1: whatever carries it.
  public int nextNumber() {
    return numbers.incrementAndGet();
  }

  public synchronized void forget(Closeable socket) {
    open.remove(socket);
  }

  /// Closes every socket, now and from now on; threads that are blocked on one get an exception.
  public void closeAll() {
    List<Closeable> due;
    synchronized (this) {
      closed = true;
      due = new ArrayList<>(open);
      open.clear();
    }
    for (Closeable socket : due) {
      try {
        socket.close();
      } catch (IOException e) {
        // closing is all that was wanted: the peer may have been faster
      }
    }
  }

  /// Whether [#closeAll] was called.
  public synchronized boolean isClosed() {
    return closed;
  }

  /// How many sockets are open.
  public synchronized int size() {
    return open.size();
  }
}
