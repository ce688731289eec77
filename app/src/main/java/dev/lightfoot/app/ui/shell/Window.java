package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;

/// The window from its opening to its end.
public final class Window {
  private static final Logger LOG = Logger.getLogger(Window.class.getName());

  private Window() {}

  /// Opens the window and returns when it has been closed.
  ///
  /// @return the program's exit status
  /// @throws UnsupportedOperationException where there is no display
  public static int open(WindowOptions options) throws InterruptedException {
    try (RealParts real = RealParts.of(options)) {
      CountDownLatch closed = new CountDownLatch(1);
      Platform.startup(
          () -> {
            Platform.setImplicitExit(false);
            try {
              show(options, real.parts(), closed::countDown);
            } catch (RuntimeException e) {
              LOG.log(Level.SEVERE, "the window could not be built", e);
              closed.countDown();
              throw e;
            }
          });
      closed.await();
      Platform.exit();
      return 0;
    }
  }

  private static void show(WindowOptions options, WindowParts parts, Runnable closed) {
    Stage stage = new Stage();
    Wiring wiring = new Wiring(parts, stage);
    tellOfFaults(wiring, parts);
    wiring.build();
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          end(wiring, stage, closed);
        });
    stage.show();
    if (Rehearsal.wanted()) {
      Rehearsal.play(stage.getScene(), () -> end(wiring, stage, closed));
      return;
    }
    options.address().ifPresent(wiring::measure);
    wiring.restore();
    wiring.open(options.files());
  }

  /// The one way out. Popups go first: on Linux, ending with one open crashes JavaFX. The window
  /// goes before anything is written: a disk may take its time.
  static void end(Wiring wiring, Stage stage, Runnable closed) {
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
