package dev.lightfoot.truth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Programs that do nothing but take processor time.
final class BusyLoops implements AutoCloseable {
  private final List<Process> running = new ArrayList<>();

  private BusyLoops() {}

  static BusyLoops start(int count) throws IOException {
    BusyLoops loops = new BusyLoops();
    for (int i = 0; i < count; i++) {
      loops.running.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
    }
    return loops;
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
  }
}
