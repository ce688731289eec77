package dev.lightfoot.probe.peer;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// When a scripted server got each request and sent each part of its answer, in readings of
/// [System#nanoTime]. What it sends is stamped before it is written, what it gets after it was
/// read.
public final class ResourceStamps {
  private final CountDownLatch settled = new CountDownLatch(1);
  private final List<Stamps> all = Stream.generate(Stamps::new).limit(Resource.COUNT).toList();

  /// Those of one resource.
  public static final class Stamps {
    private final CountDownLatch seen = new CountDownLatch(1);
    private volatile long seenAt;
    private volatile long hintedAt;
    private volatile long firstAt;
    private volatile long lastAt;

    public void seen() {
      seenAt = System.nanoTime();
      seen.countDown();
    }

    public void hinted() {
      hintedAt = System.nanoTime();
    }

    public void first() {
      firstAt = System.nanoTime();
    }

    public void last() {
      lastAt = System.nanoTime();
    }

    /// When the whole request was there.
    public long seenAt() {
      return seenAt;
    }

    /// When the 103 was about to leave.
    public long hintedAt() {
      return hintedAt;
    }

    /// When the final answer was about to leave.
    public long firstAt() {
      return firstAt;
    }

    /// When its last slice was about to leave.
    public long lastAt() {
      return lastAt;
    }

    /// Waits until the request is there.
    public void awaitSeen() throws InterruptedException {
      seen.await();
    }
  }

  /// The client has said that it has read the server's SETTINGS.
  public void settled() {
    settled.countDown();
  }

  /// Waits until it has said so.
  public void awaitSettled() throws InterruptedException {
    settled.await();
  }

  public Stamps of(Resource resource) {
    return all.get(resource.number());
  }
}
