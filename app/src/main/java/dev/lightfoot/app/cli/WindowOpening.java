package dev.lightfoot.app.cli;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens the window: the port by which the command line hands over without knowing any window.
@FunctionalInterface
public interface WindowOpening {

  /// Opens it and waits until it is closed.
  ///
  /// @param address what to measure at once
  /// @param files files and folders to open, by their content
  /// @param dataFolder where snapshots lie; empty for the platform's place
  /// @return exit status
  /// @throws NoWindow where it cannot be opened here
  int open(Optional<String> address, List<Path> files, Optional<Path> dataFolder) throws NoWindow;

  /// No window can be shown; the message is a sentence with what to do.
  final class NoWindow extends Exception {
    @Serial private static final long serialVersionUID = 1;

    public NoWindow(String sentence) {
      super(sentence);
    }
  }
}
