package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;

/// The window from its opening to its end.
public final class Window {
  private static final Logger LOG = Logger.getLogger(Window.class.getName());

  /// How long the window's thread may take to end when the system asks for it.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Window() {}

  /// Opens the window and returns when it has been closed.
  ///
  /// @return the program's exit status
  /// @throws UnsupportedOperationException where there is no display
  public static int open(WindowOptions options) {
    try (RealParts real = RealParts.of(options)) {
      CompletableFuture<Integer> ended = new CompletableFuture<>();
      Platform.startup(
          () -> {
            Platform.setImplicitExit(false);
            try {
              show(options, real.parts(), ended);
            } catch (RuntimeException e) {
              LOG.log(Level.SEVERE, "the window could not be built", e);
              ended.complete(0);
              throw e;
            }
          });
      int status = ended.join();
      Platform.exit();
      return status;
    }
  }

  private static void show(
      WindowOptions options, WindowParts parts, CompletableFuture<Integer> ended) {
    Stage stage = new Stage();
    Wiring wiring = new Wiring(parts, stage);
    tellOfFaults(wiring, parts);
    wiring.build();
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          end(wiring, stage, () -> ended.complete(0));
        });
    stage.show();
    if (Rehearsal.wanted()) {
      Rehearsal.play(
          stage.getScene(),
          wiring.workspace().screenProperty()::set,
          () -> end(wiring, stage, () -> ended.complete(0)));
    }
    options.address().ifPresent(wiring::measure);
    wiring.restore();
    wiring.open(options.files());
    Thread.ofVirtual()
        .name("end-signals")
        .start(
            () ->
                EndSignals.call(
                    status -> {
                      parts.ui().execute(() -> end(wiring, stage, () -> ended.complete(status)));
                      await(ended, status);
                    }));
  }

  /// Where the window's thread does not come to it, the program ends without it.
  private static void await(CompletableFuture<Integer> ended, int status) {
    try {
      ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "the window did not end by itself", e);
      System.exit(status);
    }
  }

  /// The one way out, taken once, however often it is asked for: by two signals, or by one while
  /// the window closes. Popups go first: on Linux, ending with one open crashes JavaFX. The window
  /// goes before anything is written: a disk may take its time.
  static void end(Wiring wiring, Stage stage, Runnable closed) {
    if (wiring.isClosed()) {
      return;
    }
    for (javafx.stage.Window window : List.copyOf(javafx.stage.Window.getWindows())) {
      if (window instanceof PopupWindow) {
        window.hide();
      }
    }
    stage.hide();
    wiring.close();
    closed.run();
  }

  private static void tellOfFaults(Wiring wiring, WindowParts parts) {
    String text = Words.text("notice.fault", "LF-FAULT", parts.logFile().toString());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          LOG.log(Level.SEVERE, "fault in " + thread.getName(), fault);
          parts.ui().execute(() -> wiring.workspace().tell(Notice.bad(text)));
        });
  }
}
