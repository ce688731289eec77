package dev.lightfoot.app.ui.testing;

import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogFiles;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.log.ReadSpans;
import dev.lightfoot.app.ui.workspace.log.Receiving;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.store.span.SpanRetention;
import java.nio.file.Path;
import java.util.List;

/// A shelf that reads real files with real readers, all in the test's own thread.
public final class TestShelf {
  private TestShelf() {}

  public static LogShelf of(Workspace workspace) {
    return of(new Remembering(), workspace);
  }

  /// Real readers that know what came.
  public static final class Remembering implements LogFiles {
    private final Intake intake = new Intake().remembering();

    @Override
    public List<FileReading> read(List<Source> sources, IntakeListener listener) {
      return intake.read(sources, IntakeSettings.NONE, listener);
    }

    @Override
    public LogFiles afresh() {
      return new Remembering();
    }
  }

  /// One that reads what the test says.
  public static LogShelf of(LogFiles files, Workspace workspace) {
    return of(files, workspace, SpanRetention.STANDARD);
  }

  /// One that keeps no more than that.
  public static LogShelf of(LogFiles files, Workspace workspace, SpanRetention retention) {
    return new LogShelf(
        files,
        new ReadSpans(retention),
        new Receiving(
            Path.of("none"),
            new ReceiverSettings(0, 0),
            workspace,
            Runnable::run,
            Runnable::run,
            Runnable::run),
        workspace,
        Runnable::run,
        Runnable::run,
        Runnable::run);
  }
}
