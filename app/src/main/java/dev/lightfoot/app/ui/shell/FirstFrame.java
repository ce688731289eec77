package dev.lightfoot.app.ui.shell;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The moment from which a window can be used: its second layout pulse, for what the first one laid
/// out has been drawn by then.
final class FirstFrame {
  private final Scene scene;
  private final Executor ui;
  private final Runnable task;
  private final Runnable listener = this::pulse;
  private int pulses;

  private FirstFrame(Scene scene, Executor ui, Runnable task) {
    this.scene = scene;
    this.ui = ui;
    this.task = task;
  }

  /// Runs a task then, on the window's thread, once.
  static void then(Scene scene, Executor ui, Runnable task) {
    scene.addPostLayoutPulseListener(new FirstFrame(scene, ui, task).listener);
    Platform.requestNextPulse();
  }

  private void pulse() {
    pulses++;
    if (pulses == 1) {
      Platform.requestNextPulse();
    } else if (pulses == 2) {
      ui.execute(this::end);
    }
  }

  private void end() {
    scene.removePostLayoutPulseListener(listener);
    task.run();
  }
}
