package dev.lightfoot.app.ui.thread;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs tasks on JavaFX's own thread, in order. The only caller of `Platform.runLater`.
public final class FxThread implements Executor {
  @Override
  public void execute(Runnable task) {
    Platform.runLater(task);
  }
}
