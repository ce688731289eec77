package dev.lightfoot.probe.quic;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.quic.Quic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The one platform thread on which all QUIC connections of a measurement live: they need no locks,
/// and a datagram is stamped by the thread that reads it.
///
/// It is started when it is first needed. Loading the native library takes some 300 ms, so [#start]
/// is called before the first run counts.
public final class QuicLoop implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(2);

  private Optional<SingleThreadIoEventLoop> loop = Optional.empty();
  private Optional<Thread> thread = Optional.empty();
  private boolean closed;

  /// Whether this system has a native library of QUIC, which is not so everywhere.
  public static boolean isAvailable() {
    return Quic.isAvailable();
  }

  /// Starts the thread, unless it runs.
  public void start() {
    eventLoop().execute(() -> {});
  }

  /// The event loop.
  ///
  /// @throws IllegalStateException after it was closed
  synchronized EventLoop eventLoop() {
    if (closed) {
      throw new IllegalStateException("the loop is closed");
    }
    if (loop.isEmpty()) {
      ThreadFactory threads = Thread.ofPlatform().daemon().name("measure-quic").factory();
      loop =
          Optional.of(
              new SingleThreadIoEventLoop(
                  null,
                  task -> {
                    Thread made = threads.newThread(task);
                    thread = Optional.of(made);
                    return made;
                  },
                  NioIoHandler.newFactory()));
    }
    return loop.get();
  }

  /// Ends the thread; comes back when it has ended.
  @Override
  public synchronized void close() {
    closed = true;
    loop.ifPresent(
        running -> {
          var _ = running.shutdownGracefully(0, STOP.toMillis(), TimeUnit.MILLISECONDS);
        });
    try {
      if (thread.isPresent()) {
        boolean _ = thread.get().join(STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop = Optional.empty();
  }
}
