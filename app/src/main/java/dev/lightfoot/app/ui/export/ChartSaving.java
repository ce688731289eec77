package dev.lightfoot.app.ui.export;

import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.export.ReportFile;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.report.layout.Chart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Writes one chart as a picture, in the format that the name of its file says.
///
/// @param ui runs what changes the window
/// @param jobs runs what takes long
/// @param files asks for a file, given a name; empty where the person changed their mind
public record ChartSaving(
    Workspace workspace, Executor ui, Executor jobs, Function<String, Optional<Path>> files) {

  /// Asks where to, writes it, and says what became of it.
  ///
  /// @param proposed a name, without what says the format
  public void save(Chart chart, String proposed) {
    files.apply(proposed + ".svg").ifPresent(file -> write(chart, file));
  }

  private void write(Chart chart, Path file) {
    Optional<String> refusal =
        ReportFile.refusal(String.valueOf(file.getFileName()), ExportFormat.OF_CHARTS);
    if (refusal.isPresent()) {
      workspace.tell(Notice.bad(refusal.get()));
      return;
    }
    jobs.execute(
        () -> {
          Notice notice = written(chart, file);
          ui.execute(() -> workspace.tell(notice));
        });
  }

  private static Notice written(Chart chart, Path file) {
    try {
      ReportFile.write(file, chart);
      return Notice.plain(Words.text("export.saved", file.toString()));
    } catch (IOException e) {
      return Notice.bad(
          Words.text("export.failed", file.toString(), String.valueOf(e.getMessage())));
    }
  }
}
