package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.thread.FxThread;
import dev.lightfoot.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;

/// A start that ends by itself, asked for by the system property `lightfoot.rehearsal`: with
/// `window` the window closes once it is usable, with `probe` the probe is warmed against this
/// computer before. It prints how long the window took from the start of the process. Installers
/// make the AOT cache by it, and start-up is timed with it.
final class Rehearsal {
  private static final String PLAY = System.getProperty("lightfoot.rehearsal", "");

  private Rehearsal() {}

  static boolean wanted() {
    return !PLAY.isEmpty();
  }

  /// Usable is the window after its second layout pulse: the first one has been drawn by then.
  static void play(Scene scene, Runnable end) {
    int[] pulses = {0};
    scene.addPostLayoutPulseListener(
        () -> {
          if (++pulses[0] == 2) {
            report();
            Thread.ofPlatform().name("rehearsal").start(() -> finish(end));
          } else if (pulses[0] < 2) {
            Platform.requestNextPulse();
          }
        });
    Platform.requestNextPulse();
  }

  private static void report() {
    Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    long millis = Duration.between(began, Instant.now()).toMillis();
    System.err.printf(Locale.ROOT, "usable window after %d ms%n", millis);
  }

  private static void finish(Runnable end) {
    if (PLAY.equals("probe")) {
      Probe.rehearse();
    }
    new FxThread().execute(end);
  }
}
