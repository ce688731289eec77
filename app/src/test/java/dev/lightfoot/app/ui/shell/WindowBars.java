package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.store.span.SpanRetention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// Measures how soon the window shows a log: `WindowBars FILE...` prints for each, in a window of
/// its own without a display, when the first rows were drawn after the file was given, when the
/// last count was, and how long a click on the first route and one on its slowest trace took. Give
/// it the heap that the launcher gives the window.
final class WindowBars {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private WindowBars() {}

  static void main(String[] files) throws Exception {
    CompletableFuture<Void> up = new CompletableFuture<>();
    Platform.startup(() -> up.complete(null));
    up.get();
    for (String file : files) {
      CompletableFuture<Rig> made = new CompletableFuture<>();
      Platform.runLater(() -> made.complete(rig()));
      try (Rig rig = made.get()) {
        measure(rig, Path.of(file));
        run(rig.stage::close);
      }
    }
    Platform.exit();
  }

  private static Rig rig() {
    try {
      return new Rig(
          new Stage(),
          new ScriptedSeries(List.of()),
          new MemoryStore(),
          SpanRetention.inMemory(Runtime.getRuntime().maxMemory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(Rig rig, Path file) throws Exception {
    run(() -> rig.wiring.workspace().screenProperty().set(Screen.LOGS));
    TableView<?> routes = rig.node("routes", TableView.class);
    TableView<?> traces = rig.node("traces", TableView.class);
    long given = System.nanoTime();
    run(() -> rig.wiring.open(List.of(file)));
    drawn(() -> !routes.getItems().isEmpty());
    long first = System.nanoTime() - given;
    drawn(() -> rig.status().startsWith("Files read"));
    long all = System.nanoTime() - given;
    long clicked = System.nanoTime();
    run(() -> choose(rig, routes));
    drawn(() -> !traces.getItems().isEmpty());
    long listed = System.nanoTime() - clicked;
    clicked = System.nanoTime();
    run(() -> choose(rig, traces));
    drawn(() -> rig.text("trace-sentence").contains(" took "));
    long opened = System.nanoTime() - clicked;
    System.out.printf(
        Locale.ROOT,
        "%-24s first rows %5.2f s, all %6.2f s, traces of the first route %5.2f s, its slowest"
            + " %5.2f s; heap %d MB%n",
        file.getFileName(),
        first / 1e9,
        all / 1e9,
        listed / 1e9,
        opened / 1e9,
        Runtime.getRuntime().totalMemory() >> 20);
  }

  private static void choose(Rig rig, TableView<?> table) {
    table.requestFocus();
    table.getSelectionModel().select(0);
    rig.press(KeyCode.ENTER);
  }

  static void run(Runnable task) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          task.run();
          done.complete(null);
        });
    done.get();
  }

  /// Until the window's thread sees it so and has drawn it.
  static void drawn(BooleanSupplier condition) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    long begun = System.nanoTime();
    AnimationTimer frames =
        new AnimationTimer() {
          private boolean seen;

          @Override
          public void handle(long now) {
            if (seen) {
              stop();
              done.complete(null);
            } else if (System.nanoTime() - begun > PATIENCE_NANOS) {
              stop();
              done.completeExceptionally(new IllegalStateException("never came"));
            }
            seen |= condition.getAsBoolean();
          }
        };
    run(frames::start);
    done.get();
  }
}
