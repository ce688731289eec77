package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.workspace.LogFiles;
import dev.lightfoot.codec.intake.FileReading;
import dev.lightfoot.codec.intake.Intake;
import dev.lightfoot.codec.intake.IntakeListener;
import dev.lightfoot.codec.intake.IntakeSettings;
import dev.lightfoot.codec.intake.Source;
import java.nio.file.Path;
import java.util.List;

/// Log files by whatever format their content shows.
final class IntakeLogFiles implements LogFiles {
  @Override
  public List<FileReading> read(List<Path> paths, IntakeListener listener) {
    List<Source> sources = paths.stream().map(Source.OnDisk::new).map(Source.class::cast).toList();
    return new Intake().read(sources, IntakeSettings.NONE, listener);
  }
}
