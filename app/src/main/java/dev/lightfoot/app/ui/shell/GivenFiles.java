package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;

/// How files come in, chosen or dropped, and where they go: snapshots to the library, logs and
/// traces to the shelf.
final class GivenFiles {
  private final FilePicker picker;
  private final Workspace workspace;
  private final Library library;
  private final LogShelf shelf;

  GivenFiles(FilePicker picker, Workspace workspace, Library library, LogShelf shelf) {
    this.picker = picker;
    this.workspace = workspace;
    this.library = library;
    this.shelf = shelf;
  }

  /// Asks for what the screen in sight shows.
  void pick() {
    if (showsLogs()) {
      pickLogs();
    } else {
      pickSnapshot();
    }
  }

  void pickSnapshot() {
    picker.snapshot().ifPresent(library::openFile);
  }

  void pickLogs() {
    List<Path> paths = picker.logs();
    if (!paths.isEmpty()) {
      shelf.add(paths);
    }
  }

  private boolean showsLogs() {
    return switch (workspace.screenProperty().get()) {
      case STACK, LOGS, TRACE -> true;
      case PROBE, HISTORY, SETTINGS -> false;
    };
  }

  /// Takes files that are dropped. One snapshot is opened as such; whatever else is dropped is read
  /// as logs.
  void acceptOn(Scene scene) {
    scene.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    scene.setOnDragDropped(
        event -> {
          boolean any = event.getDragboard().hasFiles();
          if (any) {
            drop(event.getDragboard().getFiles().stream().map(File::toPath).toList());
          }
          event.setDropCompleted(any);
          event.consume();
        });
  }

  private void drop(List<Path> paths) {
    if (showsLogs() || paths.size() > 1) {
      shelf.add(paths);
    } else {
      library.openFile(paths.getFirst());
    }
  }
}
