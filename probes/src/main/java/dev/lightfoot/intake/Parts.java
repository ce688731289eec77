package dev.lightfoot.intake;

import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Reads the parts of a file at the same time and hands on what they hold in the file's order. Each
/// thread takes a block, reads it, and when the blocks before it are done hands its spans on
/// itself, while they are still in its processor's cache.
final class Parts {
  private static final int MOST_THREADS = 4;

  private final Supplier<LogReader> readers;
  private final ReadSettings settings;
  private final Tally tally;
  private final Blocks blocks;
  private final Object turn = new Object();
  private int next; // number of the block whose turn it is
  private long lines;
  private boolean stopped;

  /// @param readers one for each thread
  Parts(
      Supplier<LogReader> readers,
      int longestLine,
      ReadSettings settings,
      Tally tally,
      InputStream in) {
    this.readers = readers;
    this.settings = settings;
    this.tally = tally;
    blocks = new Blocks(in, longestLine);
  }

  /// Reads all.
  ///
  /// @throws IOException where the source fails
  void read() throws IOException {
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(count, Thread.ofPlatform().name("part ", 0).factory())) {
      List<Future<Optional<IOException>>> ends = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ends.add(threads.submit(this::work));
      }
      for (Future<Optional<IOException>> end : ends) {
        Optional<IOException> failure = end.get();
        if (failure.isPresent()) {
          throw failure.get();
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }

  private Optional<IOException> work() throws InterruptedException {
    Blocks.Block block = new Blocks.Block();
    Part part = new Part(tally);
    LogReader reader = readers.get();
    try {
      while (true) {
        blocks.next(block);
        if (block.length() == 0) {
          return Optional.empty();
        }
        read(reader, block, part);
        if (!handOn(block, part)) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      return Optional.of(e);
    } catch (RuntimeException | Error e) {
      stop();
      throw e;
    }
  }

  /// A reader that fails on bytes in memory ends the file, as it would without parts.
  private void read(LogReader reader, Blocks.Block block, Part part) throws IOException {
    try {
      reader.read(new ByteArrayInputStream(block.bytes(), 0, block.length()), settings, part);
    } catch (IOException e) {
      stop();
      throw e;
    }
  }

  private boolean handOn(Blocks.Block block, Part part) throws InterruptedException {
    synchronized (turn) {
      while (next != block.number() && !stopped) {
        turn.wait();
      }
      if (stopped) {
        return false;
      }
      part.handOn(lines);
      lines += block.lines();
      next++;
      turn.notifyAll();
      return true;
    }
  }

  private void stop() {
    synchronized (turn) {
      stopped = true;
      turn.notifyAll();
    }
  }
}
