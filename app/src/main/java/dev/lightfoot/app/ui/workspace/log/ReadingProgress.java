package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.ui.thread.Latest;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// How far the reading of log files is, for all to see. Used by the window's thread.
final class ReadingProgress {
  private final Workspace workspace;
  private final Executor ui;
  private final Executor pace;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper();
  private long beganNanos;

  /// @param pace hears of progress, at most four times a second
  ReadingProgress(Workspace workspace, Executor ui, Executor pace) {
    this.workspace = workspace;
    this.ui = ui;
    this.pace = pace;
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// 0 to 1; -1 where nobody can say.
  ReadOnlyDoubleProperty partProperty() {
    return part.getReadOnlyProperty();
  }

  void begin(String status) {
    beganNanos = System.nanoTime();
    running.set(true);
    part.set(0);
    workspace.say(Words.text(status));
  }

  /// Takes how much is read; may be told by any thread.
  Consumer<Double> taking() {
    Latest<Double> latest = new Latest<>(pace, read -> ui.execute(() -> show(read)));
    return latest::offer;
  }

  private void show(double read) {
    if (running.get()) {
      part.set(read);
    }
  }

  void end(String status, List<FileReading> found) {
    running.set(false);
    long read = found.stream().mapToLong(FileReading::read).sum();
    workspace.say(
        Words.text(
            status,
            Numbers.count(found.size()),
            Numbers.count(read),
            Numbers.duration(System.nanoTime() - beganNanos)));
  }
}
