package dev.lightfoot.receive;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many bytes of bodies may be in memory at one time, over all requests.
final class ByteBudget {
  /// Counted in steps, for a semaphore counts in `int`.
  private static final int STEP = 1 << 10;

  private final Semaphore steps;
  private final long waitMillis;

  ByteBudget(int bytes, long waitMillis) {
    steps = new Semaphore(bytes / STEP, true);
    this.waitMillis = waitMillis;
  }

  /// One request's share.
  Share share() {
    return new Share();
  }

  /// What one request has taken; given back when it is closed.
  final class Share implements AutoCloseable {
    private int taken;

    private Share() {}

    /// Takes more, so that it has room for these bytes in all; waits a little for others to give
    /// back. Two that wait for each other both give up.
    ///
    /// @return whether there was room
    boolean reach(long bytes) throws InterruptedException {
      int wanted = Math.toIntExact(Math.ceilDiv(bytes, STEP)) - taken;
      if (wanted <= 0) {
        return true;
      }
      boolean got = steps.tryAcquire(wanted, waitMillis, TimeUnit.MILLISECONDS);
      taken += got ? wanted : 0;
      return got;
    }

    @Override
    public void close() {
      steps.release(taken);
      taken = 0;
    }
  }
}
