package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.export.ExportSheet;
import dev.lightfoot.app.ui.export.Exporting;
import dev.lightfoot.app.ui.page.PageViewModel;
import dev.lightfoot.app.ui.probe.ProbeViewModel;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import java.util.Optional;

/// What Probe, Page and Stack hand on: each what it shows.
///
/// @param sheets where it is asked how
record Exports(Sheets sheets, Workspace workspace, Exporting exporting, ExportSheet.Files files) {

  /// What was probed, with what servers recorded for it.
  void probed(ProbeViewModel probe) {
    Optional.ofNullable(workspace.joinedProperty().get())
        .or(() -> Optional.ofNullable(probe.readingProperty().get()).map(it -> it.snapshot()))
        .ifPresent(this::open);
  }

  /// What was loaded.
  void loaded(PageViewModel page) {
    Optional.ofNullable(page.readingProperty().get())
        .map(it -> it.snapshot())
        .ifPresent(this::open);
  }

  private void open(Snapshot snapshot) {
    if (!sheets.isOpen()) {
      ExportSheet.open(sheets, exporting, files, snapshot);
    }
  }
}
