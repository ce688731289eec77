package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.follow.Pause;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Reads what is written to open logs after they were read. Used by the window's thread; reads off
/// it.
final class LogFollowing {
  private static final Logger LOG = Logger.getLogger(LogFollowing.class.getName());

  private final Workspace workspace;
  private final Executor ui;
  private final Executor jobs;
  private CountDownLatch current = new CountDownLatch(1);
  private Optional<Runnable> waiting = Optional.empty();

  LogFollowing(Workspace workspace, Executor ui, Executor jobs) {
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = jobs;
  }

  /// Follows for as long as servers may take to write; what was followed before is left.
  ///
  /// @param changed runs when something was added
  /// @param ended runs when nothing more is waited for
  void begin(OpenLogs logs, Runnable changed, Runnable ended) {
    stop();
    CountDownLatch over = new CountDownLatch(1);
    current = over;
    waiting = Optional.of(ended);
    SpanBatches taking =
        new SpanBatches(
            logs.spans(), () -> over.getCount() == 0, () -> ui.execute(changed), _ -> {});
    jobs.execute(
        () -> {
          try {
            logs.files()
                .follow(
                    Pause.until(over),
                    taking,
                    found -> {
                      taking.flush();
                      ui.execute(() -> added(logs, found, changed));
                    });
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "logs could not be followed", e);
            ui.execute(() -> workspace.tell(Notice.bad(String.valueOf(e.getMessage()))));
          }
          ui.execute(() -> ended(over));
        });
  }

  /// Goes on with others that have taken the place of those: what was written while they were read
  /// is taken, too.
  void again(OpenLogs logs, Runnable changed) {
    begin(logs, changed, waiting.orElse(() -> {}));
  }

  private static void added(OpenLogs logs, List<FileReading> found, Runnable changed) {
    found.forEach(logs::append);
    changed.run();
  }

  private void ended(CountDownLatch over) {
    if (over.equals(current)) {
      Optional<Runnable> told = waiting;
      waiting = Optional.empty();
      told.ifPresent(Runnable::run);
    }
  }

  void stop() {
    current.countDown();
  }
}
