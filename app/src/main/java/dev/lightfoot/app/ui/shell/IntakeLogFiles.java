package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.workspace.LogFiles;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import java.nio.file.Path;
import java.util.List;

/// Log files by whatever format their content shows. What comes again, in the same file or in
/// another one, counts once for as long as the window is open.
final class IntakeLogFiles implements LogFiles {
  private final Intake intake = new Intake().remembering();

  @Override
  public synchronized List<FileReading> read(List<Path> paths, IntakeListener listener) {
    List<Source> sources = paths.stream().map(Source.OnDisk::new).map(Source.class::cast).toList();
    return intake.read(sources, IntakeSettings.NONE, listener);
  }
}
