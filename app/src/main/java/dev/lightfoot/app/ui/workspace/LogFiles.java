package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Reads log and trace files; sends nothing and changes none of them.
@FunctionalInterface
public interface LogFiles {
  /// Reads these files and folders until the end, or until the listener says so.
  List<FileReading> read(List<Path> paths, IntakeListener listener);

  /// Reads what is written to them, which servers do a while after a request, for as long as that
  /// may take.
  ///
  /// @param added hears what became of each file to which something was added
  /// @throws IOException with a sentence where one cannot be read any more
  default void follow(Pause pause, IntakeListener listener, Consumer<List<FileReading>> added)
      throws IOException {}
}
