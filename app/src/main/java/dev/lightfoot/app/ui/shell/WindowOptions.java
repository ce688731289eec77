package dev.lightfoot.app.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the command line says about the window.
///
/// @param address what to measure at once
/// @param files files and folders to open; without them and an address the first screen shows
/// @param dataFolder where snapshots, settings and the log lie; empty for the platform's place
public record WindowOptions(Optional<String> address, List<Path> files, Optional<Path> dataFolder) {

  public WindowOptions {
    files = List.copyOf(files);
  }

  /// The window as it starts from a menu.
  public static final WindowOptions DEFAULTS =
      new WindowOptions(Optional.empty(), List.of(), Optional.empty());
}
