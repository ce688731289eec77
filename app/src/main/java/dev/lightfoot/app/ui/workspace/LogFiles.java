package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.IntakeListener;
import java.nio.file.Path;
import java.util.List;

/// Reads log and trace files; sends nothing and changes none of them.
@FunctionalInterface
public interface LogFiles {
  /// Reads these files and folders until the end, or until the listener says so.
  List<FileReading> read(List<Path> paths, IntakeListener listener);
}
