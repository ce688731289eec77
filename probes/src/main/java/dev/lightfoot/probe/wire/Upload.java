package dev.lightfoot.probe.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Writes a long request body on a thread of its own, in order, so that an answer that comes in the
/// middle of it is read when it comes. A write that blocks ends when its socket is closed.
public final class Upload {

  /// A piece of the body.
  @FunctionalInterface
  public interface Piece {
    void write() throws IOException;
  }

  private final Deque<Piece> waiting = new ArrayDeque<>();
  private boolean started;
  private boolean writing;
  private boolean over;
  private Optional<IOException> failure = Optional.empty();

  /// Writes that piece and nothing else; comes back at once.
  public void start(Piece only) throws IOException {
    add(only);
    end();
  }

  private synchronized void end() {
    over = true;
    notifyAll();
  }

  /// Hands over the next piece; comes back at once.
  ///
  /// @throws IOException where an earlier one could not be written
  synchronized void add(Piece piece) throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    waiting.add(piece);
    if (!started) {
      started = true;
      Thread.ofPlatform().daemon().name("upload").start(this::writeAll);
    }
    notifyAll();
  }

  private void writeAll() {
    Optional<Piece> next = next();
    while (next.isPresent()) {
      try {
        next.get().write();
      } catch (IOException | RuntimeException e) {
        failed(e instanceof IOException io ? io : new IOException(e));
      }
      next = next();
    }
  }

  private synchronized Optional<Piece> next() {
    writing = false;
    notifyAll();
    try {
      while (waiting.isEmpty() && !over) {
        wait();
      }
    } catch (InterruptedException e) {
      over = true; // nobody interrupts it but who wants it to end
    }
    writing = !waiting.isEmpty();
    return Optional.ofNullable(waiting.poll());
  }

  private synchronized void failed(IOException why) {
    failure = Optional.of(why);
    waiting.clear();
    over = true;
  }

  /// Whether all that was handed over has been written.
  public synchronized boolean isWritten() {
    return waiting.isEmpty() && !writing && failure.isEmpty();
  }

  /// Waits until all is written, or cannot be.
  public synchronized void await() {
    try {
      while (failure.isEmpty() && !(waiting.isEmpty() && !writing)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the measurement is ended by closing its sockets
    }
  }

  /// What is still waiting is not written any more.
  public synchronized void stop() {
    waiting.clear();
    over = true;
    notifyAll();
  }
}
