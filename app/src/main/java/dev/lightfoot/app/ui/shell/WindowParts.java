package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.page.PageEngines;
import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.app.ui.workspace.SnapshotFiles;
import dev.lightfoot.app.ui.workspace.examining.Examiner;
import dev.lightfoot.app.ui.workspace.log.LogFiles;
import dev.lightfoot.app.ui.workspace.log.ReadSpans;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.store.SnapshotStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// What the window is built on: everything that a test puts something else in for.
///
/// @param series who measures
/// @param pages who loads pages
/// @param store where snapshots stay
/// @param files who reads snapshot files
/// @param logs who reads log files
/// @param spans where spans stay that were read from logs
/// @param examiner asks the rules of what is open
/// @param ports where the receiver proposes to listen
/// @param dataFolder where settings, recent addresses and the log lie
/// @param zone the zone of the times shown
/// @param ui runs what changes the window
/// @param jobs runs what waits for files
/// @param measuring runs measurements
/// @param pace runs what follows a measurement under way, at most four times a second
/// @param noticed runs a task when a notice can have been read
/// @param still keeps the screen still while a run measures
public record WindowParts(
    ProbeSeries series,
    PageEngines pages,
    SnapshotStore store,
    SnapshotFiles files,
    LogFiles logs,
    ReadSpans spans,
    Examiner examiner,
    ReceiverSettings ports,
    Path dataFolder,
    ZoneId zone,
    Executor ui,
    Executor jobs,
    Executor measuring,
    Executor pace,
    Executor noticed,
    StillScreen still) {

  /// Where this program writes what went wrong.
  public Path logFile() {
    return dataFolder.resolve("log").resolve("lightfoot.log");
  }

  /// Runs a task after a while, among what waits for files.
  void later(Duration delay, Runnable task) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, jobs).execute(task);
  }
}
