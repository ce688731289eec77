package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.export.ReportFile;
import dev.lightfoot.app.export.Told;
import dev.lightfoot.app.ui.compare.reading.ComparePorts;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.compare.CompareText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Writes what a comparison shows to a file, without secrets.
///
/// @param ports what it is written by
record CompareExport(ComparePorts ports, Workspace workspace) {
  private static final Logger LOG = Logger.getLogger(CompareExport.class.getName());

  /// Writes it in the format that the name of the file says, and says where it is.
  ///
  /// @param chart which one of its charts, of a picture; empty for the first
  void write(CompareReading reading, Path file, Optional<String> chart) {
    Optional<String> refusal =
        ReportFile.refusal(String.valueOf(file.getFileName()), ExportFormat.OF_COMPARISONS);
    if (refusal.isPresent()) {
      workspace.tell(Notice.bad(refusal.get()));
      return;
    }
    ports
        .jobs()
        .execute(
            () -> {
              Notice notice = written(reading, file, chart);
              ports.ui().execute(() -> workspace.tell(notice));
            });
  }

  /// What is written.
  static Report report(CompareReading reading) {
    return CompareText.report(reading.comparison(), reading.cleanA(), reading.cleanB());
  }

  private Notice written(CompareReading reading, Path file, Optional<String> chart) {
    try {
      ReportFile.write(file, Told.of(report(reading), reading.comparison()), chart);
      return Notice.plain(Words.text("compare.exported", file.toString()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the report could not be written", e);
      return Notice.bad(Words.text("compare.export-failed", file.toString()));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the report could not be made", e);
      return Notice.bad(Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString()));
    }
  }
}
