package dev.lightfoot.probe.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a group of runs must not leave behind: threads, open files and sockets, heap.
///
/// The HTTP library's shared workers are left out: they are a pool for all clients of a process,
/// end by themselves after a minute, and grow with no case.
public final class Leftovers {
  private static final long HEAP = 32L << 20;
  private static final int PATIENCE = 100;

  private final long threads;
  private final Optional<Integer> files;
  private final long heap;

  private Leftovers() {
    this.threads = threads();
    this.files = files();
    this.heap = heap();
  }

  /// The state to come back to.
  public static Leftovers before() {
    return new Leftovers();
  }

  /// Waits a little for what is just ending.
  public void assertNone() throws InterruptedException {
    for (int i = 0; i < PATIENCE && (threads() > threads || more()); i++) {
      assertThat(new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(threads()).as("threads").isLessThanOrEqualTo(threads);
    assertThat(more()).as("more open files: " + files() + " instead of " + files).isFalse();
    assertThat(heap() - heap).as("bytes of heap after collection").isLessThan(HEAP);
  }

  private boolean more() {
    return files.isPresent() && files().orElse(0) > files.get();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("OkHttp"))
        .filter(thread -> !thread.getName().startsWith("Okio"))
        .count();
  }

  /// Where the system shows them.
  private static Optional<Integer> files() {
    return Optional.ofNullable(new File("/proc/self/fd").list()).map(list -> list.length);
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
