package dev.lightfoot.app.ui.shell;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.ui.shell.file.IntakeLogFiles;
import dev.lightfoot.app.ui.shell.file.JsonSnapshotFiles;
import dev.lightfoot.app.ui.thread.Background;
import dev.lightfoot.app.ui.thread.FxThread;
import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.app.ui.workspace.log.ReadSpans;
import dev.lightfoot.probe.LightfootVersion;
import dev.lightfoot.probe.Probe;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.DirectorySnapshotStore;
import dev.lightfoot.store.span.SpanRetention;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What the window is built on outside of tests.
record RealParts(WindowParts parts, Background background) implements AutoCloseable {
  /// Numbers change at most four times a second.
  static final long PACE_MILLIS = 250;

  /// Long enough to read two lines twice.
  static final long NOTICE_SECONDS = 10;

  static RealParts of(WindowOptions options) {
    Path folder = options.dataFolder().orElseGet(DataFolder::standard).toAbsolutePath();
    Background background = new Background();
    FxThread ui = new FxThread();
    WindowParts parts =
        new WindowParts(
            // The trust stores are read on first use, by the thread that measures.
            (plans, listener, cancellation) ->
                Probe.series().compare(plans, listener, cancellation),
            new PageLoaders(),
            DirectorySnapshotStore.indexed(
                DataFolder.snapshots(folder), Summary::headlineTime, LightfootVersion.current()),
            new JsonSnapshotFiles(),
            new IntakeLogFiles(),
            new ReadSpans(SpanRetention.inMemory(Runtime.getRuntime().maxMemory())),
            new CatalogueExaminer(),
            ReceiverSettings.STANDARD,
            folder,
            ZoneId.systemDefault(),
            ui,
            background.jobs(),
            background.measuring(),
            CompletableFuture.delayedExecutor(
                PACE_MILLIS, TimeUnit.MILLISECONDS, background.jobs()),
            CompletableFuture.delayedExecutor(NOTICE_SECONDS, TimeUnit.SECONDS, background.jobs()),
            StillScreen.of(ui, background.jobs()));
    LogFile.open(parts.logFile());
    return new RealParts(parts, background);
  }

  @Override
  public void close() {
    background.close();
  }
}
