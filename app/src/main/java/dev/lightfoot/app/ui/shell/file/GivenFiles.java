package dev.lightfoot.app.ui.shell.file;

import java.io.File;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;

/// How files come in, chosen or dropped; the door decides where they go.
public final class GivenFiles {
  private final FilePicker picker;
  private final FileDoor door;

  public GivenFiles(FilePicker picker, FileDoor door) {
    this.picker = picker;
    this.door = door;
  }

  /// Asks for files and opens them.
  public void pick() {
    door.open(picker.files());
  }

  /// Takes files that are dropped anywhere in the window.
  public void acceptOn(Scene scene) {
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
            door.open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
          }
          event.setDropCompleted(any);
          event.consume();
        });
  }
}
