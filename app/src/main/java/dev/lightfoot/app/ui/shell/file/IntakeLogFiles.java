package dev.lightfoot.app.ui.shell.file;

import dev.lightfoot.app.ui.workspace.log.LogFiles;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.intake.follow.FollowedLogs;
import dev.lightfoot.intake.follow.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Logs by whatever format their content shows. What comes again, in the same file, in another one
/// or by the receiver, counts once for as long as the window is open.
public final class IntakeLogFiles implements LogFiles {
  /// As long as `lightfoot stack` waits for servers to write.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Intake intake = new Intake();
  private final IntakeSettings settings;
  private final FollowedLogs logs;

  public IntakeLogFiles() {
    this(ReadSettings.NONE);
  }

  private IntakeLogFiles(ReadSettings said) {
    this.settings = new IntakeSettings(Optional.empty(), said);
    intake.check(settings);
    this.logs = new FollowedLogs(intake, settings);
  }

  @Override
  public LogFiles afresh() {
    return new IntakeLogFiles(settings.settings());
  }

  @Override
  public LogFiles told(ReadSettings said) {
    return new IntakeLogFiles(said);
  }

  @Override
  public ReadSettings settings() {
    return settings.settings();
  }

  @Override
  public Set<LogFormat> traceFormats() {
    return intake.traceFormats();
  }

  @Override
  public List<FileReading> read(List<Source> sources, IntakeListener listener) {
    return logs.read(sources, listener);
  }

  @Override
  public void follow(Pause pause, IntakeListener listener, Consumer<List<FileReading>> added)
      throws IOException {
    logs.follow(pause, PATIENCE, listener, added);
  }
}
