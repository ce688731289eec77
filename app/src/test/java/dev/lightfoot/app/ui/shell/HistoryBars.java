package dev.lightfoot.app.ui.shell;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.LightfootVersion;
import dev.lightfoot.store.DirectorySnapshotStore;
import dev.lightfoot.store.span.SpanRetention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// Measures how soon the window shows a long history: `HistoryBars FOLDER [COUNT]` saves so many
/// snapshots there where it is empty (5 000), opens a window of its own on them, twice, and prints
/// when the first and the last row were drawn, and how long it took to filter them, to look at one
/// target, to choose a row and to come back to the screen.
///
/// `HistoryBars FOLDER COUNT FEW` opens a window on FEW and one on COUNT in turn, each eight times,
/// lets it stand for three seconds, and prints how long the first row then took after History was
/// asked for, and how long the window's thread worked for it: the first of each is that of a new
/// program. The indexes are made before.
final class HistoryBars {
  private static final int TARGETS = 50;
  private static final int PAIRS = 8;
  private static final long STANDS_NANOS = 3_000_000_000L;

  private HistoryBars() {}

  static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
    if (!Files.exists(folder)) {
      fill(folder, count);
    }
    if (args.length > 2) {
      Path few = folder.resolveSibling(folder.getFileName() + "-few");
      int least = Integer.parseInt(args[2]);
      if (!Files.exists(few)) {
        fill(few, least);
      }
      start();
      inTurn(List.of(few, folder), new int[] {least, count});
      Platform.exit();
      return;
    }
    start();
    for (int i = 0; i < 2; i++) {
      try (Rig rig = opened(folder)) {
        measure(rig, count);
        WindowBars.run(rig.stage::close);
      }
    }
    Platform.exit();
  }

  private static void start() throws Exception {
    CompletableFuture<Void> up = new CompletableFuture<>();
    Platform.startup(() -> up.complete(null));
    up.get();
    // The first window is closed before the second is there.
    Platform.setImplicitExit(false);
  }

  private static Rig opened(Path folder) throws Exception {
    CompletableFuture<Rig> made = new CompletableFuture<>();
    Platform.runLater(() -> made.complete(rig(folder)));
    return made.get();
  }

  private static void inTurn(List<Path> folders, int[] counts) throws Exception {
    for (Path folder : folders) {
      DirectorySnapshotStore.indexed(folder, Summary::headlineTime, LightfootVersion.current())
          .list();
    }
    for (int pair = 0; pair < PAIRS; pair++) {
      for (int i = 0; i < counts.length; i++) {
        try (Rig rig = opened(folders.get(i))) {
          firstRow(rig, counts[i]);
          WindowBars.run(rig.stage::close);
        }
      }
    }
  }

  private static void firstRow(Rig rig, int count) throws Exception {
    long opened = System.nanoTime();
    WindowBars.drawn(() -> System.nanoTime() - opened > STANDS_NANOS);
    long worked = worked();
    long begun = System.nanoTime();
    show(rig, Screen.HISTORY);
    TableView<?> table = rig.node("history", TableView.class);
    WindowBars.drawn(() -> !table.getItems().isEmpty());
    long first = System.nanoTime() - begun;
    long work = worked() - worked;
    WindowBars.drawn(() -> table.getItems().size() == count);
    System.out.printf(
        Locale.ROOT,
        "%d snapshots, ms: first row %d, work of the window's thread %d%n",
        count,
        first / 1_000_000,
        work / 1_000_000);
  }

  /// For how long the window's thread has worked.
  private static long worked() throws Exception {
    long[] nanos = new long[1];
    WindowBars.run(() -> nanos[0] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    return nanos[0];
  }

  private static void fill(Path folder, int count) throws IOException {
    DirectorySnapshotStore store = new DirectorySnapshotStore(folder, Summary::headlineTime);
    Snapshot sample = TestSnapshots.sample();
    OffsetDateTime at = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < count; i++) {
      at = at.plusMinutes(61);
      store.save(
          new Snapshot(
              SnapshotId.next(at.toInstant()),
              Optional.of("run " + i),
              "https://shop-" + i % TARGETS + ".example/",
              at,
              sample.environment(),
              sample.runs(),
              sample.hosts(),
              Map.of()));
    }
  }

  private static Rig rig(Path folder) {
    try {
      return new Rig(
          new Stage(),
          new ScriptedSeries(List.of()),
          DirectorySnapshotStore.indexed(folder, Summary::headlineTime, LightfootVersion.current()),
          SpanRetention.inMemory(Runtime.getRuntime().maxMemory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(Rig rig, int count) throws Exception {
    long begun = System.nanoTime();
    show(rig, Screen.HISTORY);
    TableView<?> table = rig.node("history", TableView.class);
    WindowBars.drawn(() -> !table.getItems().isEmpty());
    long first = System.nanoTime() - begun;
    WindowBars.drawn(() -> table.getItems().size() == count);
    long all = System.nanoTime() - begun;
    long again = since(() -> show(rig, Screen.PROBE));
    again += since(() -> show(rig, Screen.HISTORY));
    long filtered =
        since(
            () -> {
              WindowBars.run(() -> rig.field("history-filter").setText("shop-17"));
              WindowBars.drawn(() -> table.getItems().size() == count / TARGETS);
            });
    long whole =
        since(
            () -> {
              WindowBars.run(() -> rig.field("history-filter").setText(""));
              WindowBars.drawn(() -> table.getItems().size() == count);
            });
    TableView<?> targets = rig.node("history-targets", TableView.class);
    long chosen = since(() -> select(targets, 3));
    long selected = since(() -> select(table, 7));
    System.out.printf(
        Locale.ROOT,
        "%d snapshots, ms: first row %d, all %d, left and back %d, filtered %d, unfiltered %d, a"
            + " target %d, a row %d%n",
        count,
        first / 1_000_000,
        all / 1_000_000,
        again,
        filtered,
        whole,
        chosen,
        selected);
  }

  private static void show(Rig rig, Screen screen) throws Exception {
    WindowBars.run(() -> rig.wiring.workspace().screenProperty().set(screen));
    WindowBars.drawn(() -> true);
  }

  private static void select(TableView<?> table, int row) throws Exception {
    WindowBars.run(() -> table.getSelectionModel().clearAndSelect(row));
    WindowBars.drawn(() -> true);
  }

  private interface Step {
    void take() throws Exception;
  }

  /// In milliseconds, until it was drawn.
  private static long since(Step step) throws Exception {
    long begun = System.nanoTime();
    step.take();
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
