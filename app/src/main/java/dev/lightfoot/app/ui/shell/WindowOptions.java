package dev.lightfoot.app.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/// What the command line says about the window.
///
/// @param target a URL to measure at once, or a snapshot file to open; empty for the first screen
/// @param dataFolder where snapshots, settings and the log lie; empty for the platform's place
public record WindowOptions(Optional<String> target, Optional<Path> dataFolder) {

  /// The window as it starts from a menu.
  public static final WindowOptions DEFAULTS =
      new WindowOptions(Optional.empty(), Optional.empty());
}
