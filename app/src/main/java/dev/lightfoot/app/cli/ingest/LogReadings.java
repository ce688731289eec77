package dev.lightfoot.app.cli.ingest;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads logs and traces for a command, says what could not be read, and what that means for its
/// exit status.
public final class LogReadings {
  private final Console console;
  private final Intake intake;

  public LogReadings(Console console, Intake intake) {
    this.console = console;
    this.intake = intake;
  }

  /// What became of each file.
  public List<FileReading> read(
      List<Source> sources, IntakeSettings settings, IngestProgress progress) throws Refusal {
    try (progress) {
      return intake.read(sources, settings, progress);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /// 2 where something that the person named could not be read, or nothing of it, or nothing at all
  /// could. Files found in a folder may be of any kind, and a named one may be empty beside others.
  ///
  /// @param listed whether the command has printed what became of each file
  public int status(
      List<FileReading> files, List<String> given, boolean listed, UnaryOperator<String> shown) {
    Set<String> named = new HashSet<>(given);
    List<FileReading> unread = files.stream().filter(FileReading::unreadable).toList();
    List<FileReading> missed =
        unread.stream().filter(each -> named.contains(each.path()) && !each.empty()).toList();
    boolean none = unread.size() == files.size();
    for (FileReading each : !listed || none ? unread : missed) {
      console.warn(shown.apply(NothingRead.sentence(each)));
    }
    if (files.stream().anyMatch(FileReading::unrecognised)) {
      console.warn("Formats that can be read: " + formats() + ".");
    }
    return none || !missed.isEmpty() ? ExitStatus.USAGE : ExitStatus.DONE;
  }

  private String formats() {
    return String.join(", ", intake.formats().stream().map(LogFormat::name).sorted().toList());
  }
}
