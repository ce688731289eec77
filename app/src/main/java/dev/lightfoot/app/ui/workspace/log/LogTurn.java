package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.intake.FileReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One reading of log files: stopped by the person or by the next.
final class LogTurn {
  private static final Logger LOG = Logger.getLogger(LogTurn.class.getName());

  private volatile boolean stopped;

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /// Reads off the window's thread.
  ///
  /// @param taking what is read; it knows when to stop
  /// @param ended takes what became of the files, on the window's thread; empty after a fault,
  ///   which has been said
  void read(
      LogReading.Ways ways,
      OpenLogs into,
      List<Path> paths,
      SpanBatches taking,
      Consumer<Optional<List<FileReading>>> ended) {
    ways.jobs()
        .execute(
            () -> {
              Optional<List<FileReading>> found = read(ways, into, paths, taking);
              ways.ui().execute(() -> ended.accept(found));
            });
  }

  private static Optional<List<FileReading>> read(
      LogReading.Ways ways, OpenLogs into, List<Path> paths, SpanBatches taking) {
    try {
      List<FileReading> found = into.read(paths, taking);
      taking.flush();
      into.awaitReceived(taking::cancelled);
      return Optional.of(found);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "logs could not be read", e);
      String text =
          Words.text(
              "notice.store-failed",
              String.valueOf(e.getMessage()),
              "LF-LOGS",
              ways.workspace().logFile().toString());
      ways.ui().execute(() -> ways.workspace().tell(Notice.bad(text)));
      return Optional.empty();
    }
  }
}
