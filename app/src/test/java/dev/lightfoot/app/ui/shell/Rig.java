package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.shell.file.IntakeLogFiles;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedPages;
import dev.lightfoot.app.ui.testing.TestFindings;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.thread.Background;
import dev.lightfoot.app.ui.thread.FxThread;
import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.app.ui.workspace.log.ReadSpans;
import dev.lightfoot.app.ui.workspace.setting.Theme;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.span.SpanRetention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// A whole window over a measuring that is played and a store in memory, unless a test has better.
final class Rig implements AutoCloseable {
  private static final int SECONDS = 20;

  final Path folder;
  final Stage stage;
  final Wiring wiring;
  private final ScriptedPages pages = new ScriptedPages();
  private final Queue<Runnable> notices = new ConcurrentLinkedQueue<>();
  private final Background background = new Background();

  Rig(Stage stage, ProbeSeries series, SnapshotStore store) throws IOException {
    this(stage, series, store, SpanRetention.STANDARD);
  }

  Rig(Stage stage, ProbeSeries series, SnapshotStore store, SpanRetention retention)
      throws IOException {
    this(
        stage,
        series,
        store,
        retention,
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
  }

  /// @param pace when progress comes into sight
  Rig(Stage stage, ProbeSeries series, Executor pace) throws IOException {
    this(stage, series, new MemoryStore(), SpanRetention.STANDARD, pace);
  }

  private Rig(
      Stage stage, ProbeSeries series, SnapshotStore store, SpanRetention retention, Executor pace)
      throws IOException {
    this(stage, series, store, retention, pace, Files.createTempDirectory("lightfoot-window"));
  }

  /// A window that is opened again: with what another has left in its folder.
  static Rig of(Stage stage, ProbeSeries series, Path folder) {
    return new Rig(
        stage,
        series,
        new MemoryStore(),
        SpanRetention.STANDARD,
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS),
        folder);
  }

  private Rig(
      Stage stage,
      ProbeSeries series,
      SnapshotStore store,
      SpanRetention retention,
      Executor pace,
      Path folder) {
    this.stage = stage;
    this.folder = folder;
    WindowParts parts =
        new WindowParts(
            series,
            pages,
            store,
            TestSnapshots.files(),
            new IntakeLogFiles(),
            new ReadSpans(retention),
            TestFindings.examiner(),
            new ReceiverSettings(0, 0),
            folder,
            ZoneId.of("Europe/Zurich"),
            new FxThread(),
            background.jobs(),
            background.measuring(),
            task -> pace.execute(() -> background.jobs().execute(task)),
            notices::add,
            StillScreen.never());
    wiring = new Wiring(parts, stage);
    wiring.workspace().settingsProperty().set(wiring.workspace().settings().withTheme(Theme.LIGHT));
    wiring.build();
    // Tests share the stage, and the one before may have left it narrow.
    stage.setWidth(wiring.workspace().settings().bounds().width());
    stage.setHeight(wiring.workspace().settings().bounds().height());
    stage.show();
  }

  Rig(Stage stage, ProbeSeries series) throws IOException {
    this(stage, series, new MemoryStore());
  }

  /// What plays the loads of pages.
  ScriptedPages pages() {
    return pages;
  }

  Scene scene() {
    return stage.getScene();
  }

  /// The one node of that id.
  <N extends Node> N node(String id, Class<N> type) {
    return type.cast(Objects.requireNonNull(scene().lookup("#" + id), id));
  }

  Button button(String id) {
    return node(id, Button.class);
  }

  TextField field(String id) {
    return node(id, TextField.class);
  }

  String text(String id) {
    Node node = scene().lookup("#" + id);
    return node instanceof Labeled labeled && visible(node)
        ? Objects.requireNonNullElse(labeled.getText(), "")
        : "";
  }

  /// As if so much time had passed that every notice can have been read.
  void passNotices() {
    List<Runnable> due = List.copyOf(notices);
    notices.removeAll(due);
    due.forEach(Runnable::run);
  }

  /// A key as the system would send it, without a robot's pauses.
  void press(KeyCode code) {
    Node target = Objects.requireNonNullElse(scene().getFocusOwner(), scene().getRoot());
    Event.fireEvent(
        target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  String status() {
    return node("status", Label.class).getText();
  }

  static boolean visible(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /// Waits until the window's thread sees it so.
  static void await(String what, BooleanSupplier condition) throws TimeoutException {
    try {
      WaitForAsyncUtils.waitFor(
          SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (TimeoutException e) {
      TimeoutException told =
          new TimeoutException("never came: " + what + "\non screen: " + onScreen());
      told.initCause(e);
      throw told;
    }
  }

  /// Every text that can be read in the windows there are.
  private static String onScreen() {
    return WaitForAsyncUtils.waitForAsyncFx(
        SECONDS * 1_000L,
        () ->
            Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                .filter(node -> node instanceof Labeled && visible(node))
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" | ")));
  }

  /// Ends the threads.
  ///
  /// @return whether none of them had to be cut off
  boolean end() {
    return background.end();
  }

  @Override
  public void close() {
    background.close();
  }
}
