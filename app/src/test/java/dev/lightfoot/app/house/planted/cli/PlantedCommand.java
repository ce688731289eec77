package dev.lightfoot.app.house.planted.cli;

import dev.lightfoot.app.house.planted.ui.first.PlantedViewModel;
import javafx.application.Platform;

/// A command that knows the window and its toolkit, which it must not: the rules have to catch it.
public record PlantedCommand(PlantedViewModel model) {
  /// Runs on the window's thread, past the one class that may.
  public void run() {
    Platform.runLater(model::show);
  }
}
