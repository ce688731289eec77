package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.Source;
import dev.lightfoot.intake.follow.Pause;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads logs, traces and what was received; sends nothing and changes none of them. May be used by
/// several threads.
@FunctionalInterface
public interface LogFiles {
  /// Reads these sources until the end, or until the listener says so. What came before, from
  /// whichever source, comes once only.
  List<FileReading> read(List<Source> sources, IntakeListener listener);

  /// Others that read the same formats and know of nothing that came. Those that never know of
  /// anything are their own.
  default LogFiles afresh() {
    return this;
  }

  /// Others that know of nothing that came, and are told this of the files.
  ///
  /// @throws IllegalArgumentException with a sentence where it cannot be so
  default LogFiles told(ReadSettings settings) {
    return afresh();
  }

  /// What they were told of the files.
  default ReadSettings settings() {
    return ReadSettings.NONE;
  }

  /// Formats whose files hold whole traces and no entries of a log.
  default Set<LogFormat> traceFormats() {
    return Set.of();
  }

  /// Reads what is written to files that were read, which servers do a while after a request, for
  /// as long as that may take.
  ///
  /// @param added hears what became of each file to which something was added
  /// @throws IOException with a sentence where one cannot be read any more
  default void follow(Pause pause, IntakeListener listener, Consumer<List<FileReading>> added)
      throws IOException {}
}
