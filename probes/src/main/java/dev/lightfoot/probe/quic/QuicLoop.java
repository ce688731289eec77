package dev.lightfoot.probe.quic;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.quic.Quic;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The one platform thread on which all QUIC connections of a measurement live: they need no locks,
/// and a datagram is stamped by the thread that reads it.
///
/// It is started when it is first needed. Loading the native library takes some 300 ms, so [#start]
/// is called before the first run counts.
public final class QuicLoop implements AutoCloseable {
  private static final long STOP_MILLIS = 2_000;

  private Optional<MultiThreadIoEventLoopGroup> group = Optional.empty();
  private boolean closed;

  /// Whether this system has a native library of QUIC, which is not so everywhere.
  public static boolean isAvailable() {
    return Quic.isAvailable();
  }

  /// Starts the thread, unless it runs.
  public void start() {
    eventLoop();
  }

  /// The event loop.
  ///
  /// @throws IllegalStateException after it was closed
  synchronized EventLoop eventLoop() {
    if (closed) {
      throw new IllegalStateException("the loop is closed");
    }
    if (group.isEmpty()) {
      group =
          Optional.of(
              new MultiThreadIoEventLoopGroup(
                  1,
                  Thread.ofPlatform().daemon().name("measure-quic").factory(),
                  NioIoHandler.newFactory()));
    }
    return group.get().next();
  }

  /// Ends the thread; comes back when it has ended.
  @Override
  public synchronized void close() {
    closed = true;
    group.ifPresent(
        running ->
            running
                .shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(STOP_MILLIS));
    group = Optional.empty();
  }
}
