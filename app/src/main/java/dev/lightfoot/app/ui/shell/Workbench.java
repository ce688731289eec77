package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.prediction.GradedKeeping;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.log.Receiving;
import dev.lightfoot.app.ui.workspace.setting.KeptSettings;
import dev.lightfoot.app.ui.workspace.setting.RecentAddresses;
import dev.lightfoot.app.ui.workspace.setting.RememberedLogs;
import dev.lightfoot.app.ui.workspace.setting.SettingsFile;
import dev.lightfoot.store.DataFolder;
import java.util.List;

/// What all screens work on: what is open and selected, what is kept, what logs and senders tell.
///
/// @param parts what the window is built on
/// @param workspace what is open and selected
/// @param settings keeps what the person chooses
/// @param library the saved snapshots
/// @param receiving the receiver of others' spans
/// @param shelf the open log files
/// @param remembered the log files to open again at the next start
/// @param recent addresses that were measured
record Workbench(
    WindowParts parts,
    Workspace workspace,
    KeptSettings settings,
    Library library,
    Receiving receiving,
    LogShelf shelf,
    RememberedLogs remembered,
    RecentAddresses recent) {

  /// Reads the settings, and keeps them from now on.
  static Workbench of(WindowParts parts) {
    SettingsFile file = new SettingsFile(parts.dataFolder());
    Workspace workspace = new Workspace(file.read(), parts.logFile());
    KeptSettings settings = new KeptSettings(file, workspace.settings(), parts.jobs());
    workspace.settingsProperty().subscribe(settings::keep);
    Receiving receiving = receiving(parts, workspace);
    return new Workbench(
        parts,
        workspace,
        settings,
        library(parts, workspace),
        receiving,
        shelf(parts, workspace, receiving),
        new RememberedLogs(parts.dataFolder(), parts.jobs()),
        new RecentAddresses(parts.dataFolder(), parts.jobs()));
  }

  private static Library library(WindowParts parts, Workspace workspace) {
    return new Library(
        GradedKeeping.in(parts.dataFolder(), parts.store()),
        parts.files(),
        workspace,
        parts.ui(),
        parts.jobs());
  }

  private static Receiving receiving(WindowParts parts, Workspace workspace) {
    return new Receiving(
        DataFolder.spans(parts.dataFolder()),
        parts.ports(),
        workspace,
        parts.ui(),
        parts.jobs(),
        parts.pace());
  }

  private static LogShelf shelf(WindowParts parts, Workspace workspace, Receiving receiving) {
    return new LogShelf(
        parts.logs(), parts.spans(), receiving, workspace, parts.ui(), parts.jobs(), parts.pace());
  }

  /// Opens the log files again that were open when the window was closed, unless the person wants
  /// them forgotten.
  void reopenLogs() {
    if (workspace.settings().reopenLogs()) {
      shelf.restore(remembered.paths());
    }
  }

  /// From now on remembers the log files that are open.
  void rememberLogs() {
    shelf.openProperty().subscribe(this::remember);
    workspace.settingsProperty().subscribe(this::remember);
  }

  private void remember() {
    boolean wanted = workspace.settings().reopenLogs();
    remembered.keep(wanted ? shelf.openProperty().get() : List.of());
  }

  /// Ends what reads and receives.
  void close() {
    shelf.cancel();
    shelf.stopFollowing();
    // Off this thread, as what follows, too: the program waits for it, and ends the rest meanwhile.
    parts.jobs().execute(receiving::close);
  }
}
