package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.probe.request.BodyFile;
import dev.lightfoot.app.ui.probe.request.BodyFiles;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.RequestChecks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Reads a body from a file that the person chooses, off the window's thread.
final class PickedBodies implements BodyFiles {
  private final FilePicker picker;
  private final Executor ui;
  private final Executor jobs;

  PickedBodies(FilePicker picker, Executor ui, Executor jobs) {
    this.picker = picker;
    this.ui = ui;
    this.jobs = jobs;
  }

  @Override
  public void pick(Consumer<BodyFile> read, Consumer<String> refused) {
    picker.body().ifPresent(file -> jobs.execute(() -> read(file, read, refused)));
  }

  void read(Path file, Consumer<BodyFile> read, Consumer<String> refused) {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(RequestChecks.MAX_BODY + 1);
      if (bytes.length > RequestChecks.MAX_BODY) {
        ui.execute(() -> refused.accept(Words.text("request.file.large", name)));
      } else {
        ui.execute(() -> read.accept(new BodyFile(name, bytes)));
      }
    } catch (IOException e) {
      ui.execute(() -> refused.accept(Words.text("request.file.unreadable", name)));
    }
  }
}
