package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.compare.CompareScreen;
import dev.lightfoot.app.ui.compare.CompareViewModel;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.logs.LogsView;
import dev.lightfoot.app.ui.logs.LogsViewModel;
import dev.lightfoot.app.ui.logs.ReceiverPane;
import dev.lightfoot.app.ui.settings.SettingsView;
import dev.lightfoot.app.ui.settings.SettingsViewModel;
import dev.lightfoot.app.ui.stack.StackView;
import dev.lightfoot.app.ui.stack.StackViewModel;
import dev.lightfoot.app.ui.trace.TraceView;
import dev.lightfoot.app.ui.trace.TraceViewModel;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Receiving;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.Region;

/// Builds the screens that measure nothing themselves.
///
/// @param pick asks for files and opens them
record Screens(WindowParts parts, Workspace workspace, Look look, Runnable pick) {

  TraceView trace() {
    return new TraceView(
        new TraceViewModel(workspace, parts.ui(), parts.jobs()),
        look,
        parts.zone(),
        parts.ui(),
        parts.jobs(),
        pick,
        this::tellCopied);
  }

  StackView stack(LogShelf shelf, Region bar, LargestSaving largest) {
    return new StackView(
        new StackViewModel(workspace, shelf, parts.ui(), parts.jobs()),
        look,
        bar,
        largest,
        new StackView.Ways() {
          @Override
          public void addLogs() {
            pick.run();
          }

          @Override
          public void copied() {
            tellCopied();
          }
        });
  }

  LogsView logs(LogShelf shelf, Receiving receiving) {
    return new LogsView(
        new LogsViewModel(workspace, shelf),
        look,
        parts.zone(),
        pick,
        new ReceiverPane(receiving, look, this::tellCopiedSettings));
  }

  CompareScreen compare(CompareViewModel model, Sheets sheets, FilePicker picker) {
    return new CompareScreen(
        model,
        look,
        sheets,
        parts.zone(),
        new CompareScreen.Ways() {
          @Override
          public void openFile() {
            pick.run();
          }

          @Override
          public Optional<Path> reportFile(String proposed) {
            return picker.report(proposed);
          }

          @Override
          public void copied() {
            tellCopied();
          }
        });
  }

  private void tellCopiedSettings() {
    workspace.tell(Notice.plain(Words.text("receiver.copied")));
  }

  void tellCopied() {
    workspace.tell(Notice.plain(Words.text("notice.copied-table")));
  }

  void tellCopiedText() {
    workspace.tell(Notice.plain(Words.text("notice.copied-text")));
  }

  SettingsView settings(FilePicker picker, HelpSheets help, Runnable tour) {
    return new SettingsView(
        new SettingsViewModel(workspace, parts.dataFolder()),
        look,
        new SettingsView.Ways(picker::authorities, help::help, tour, help::about));
  }
}
