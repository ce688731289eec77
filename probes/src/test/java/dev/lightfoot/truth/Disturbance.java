package dev.lightfoot.truth;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What may have held this program up: nanoseconds until now.
///
/// @param waiting for a processor, summed over all threads (`schedstat`, proc(5))
/// @param compiling by the just-in-time compiler, in its own threads
/// @param collecting garbage, while everything stands
record Disturbance(long waiting, long compiling, long collecting) {

  /// None, for programs that are not watched.
  static final Disturbance NONE = new Disturbance(0, 0, 0);

  /// Since this program began.
  static Disturbance now() {
    long collecting =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum();
    return new Disturbance(
        runQueue(),
        ManagementFactory.getCompilationMXBean().getTotalCompilationTime() * 1_000_000,
        collecting * 1_000_000);
  }

  private static long runQueue() {
    long waiting = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path thread : threads) {
        waiting += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", -1)[1]);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return waiting; // a thread has ended meanwhile
    }
    return waiting;
  }

  Disturbance since(Disturbance earlier) {
    return new Disturbance(
        Math.max(0, waiting - earlier.waiting),
        compiling - earlier.compiling,
        collecting - earlier.collecting);
  }

  /// What most likely caused an error of that size; `unexplained` where nothing of that size was
  /// seen.
  String causeOf(long errorNanos) {
    long enough = Math.abs(errorNanos) / 2;
    if (waiting >= enough) {
      return "waiting for a processor";
    }
    if (collecting >= enough) {
      return "garbage collection";
    }
    return compiling >= enough ? "compilation" : "unexplained";
  }
}
