package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.thread.FxThread;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;

/// A start that ends by itself, asked for by the system property `lightfoot.rehearsal`: with
/// `window` the window closes once it is usable, with `probe` each screen is brought to the front
/// and the probe is warmed against this computer before. It prints how long the window took from
/// the start of the process. Installers make the AOT cache by it, and start-up is timed with it.
final class Rehearsal {
  private static final String PLAY = System.getProperty("lightfoot.rehearsal", "");

  private Rehearsal() {}

  static boolean wanted() {
    return !PLAY.isEmpty();
  }

  /// Begins when the window can be used.
  ///
  /// @param bring brings a screen to the front
  static void play(Scene scene, Consumer<Screen> bring, Runnable end) {
    FirstFrame.then(
        scene,
        Runnable::run,
        () -> {
          report();
          Thread.ofPlatform().name("rehearsal").start(() -> finish(bring, end));
        });
  }

  private static void report() {
    Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    long millis = Duration.between(began, Instant.now()).toMillis();
    System.err.printf(Locale.ROOT, "usable window after %d ms%n", millis);
  }

  private static void finish(Consumer<Screen> bring, Runnable end) {
    FxThread ui = new FxThread();
    if (PLAY.equals("probe")) {
      for (Screen screen : Screen.values()) {
        ui.execute(() -> bring.accept(screen));
      }
      Probe.rehearse();
    }
    ui.execute(end);
  }
}
