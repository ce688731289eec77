package dev.lightfoot.app.ui.workspace;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/// A screen that measures, as its bar sees it.
public interface Measuring {

  /// Measures what was typed, or says in place what is wrong with it.
  void run();

  /// Stops the measurement; what was measured stays.
  ///
  /// @return whether there was one
  boolean cancel();

  /// How far it has come.
  ReadOnlyObjectProperty<Stage> stageProperty();

  /// Part of the runs that are done, 0 to 1.
  ReadOnlyDoubleProperty progressProperty();

  /// Whether there is something that could be saved.
  ObservableBooleanValue savable();

  /// Whether runs are being made.
  default boolean running() {
    return stageProperty().get() == Stage.RUNNING;
  }
}
