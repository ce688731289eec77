package dev.lightfoot.app.ui.shell.file;

import dev.lightfoot.app.ui.probe.request.BodyFile;
import dev.lightfoot.app.ui.probe.request.NamedCertificate;
import dev.lightfoot.app.ui.probe.request.RequestFiles;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.RequestChecks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Reads the files of a request that the person chooses, off the window's thread.
public final class PickedFiles implements RequestFiles {
  private final FilePicker picker;
  private final Executor ui;
  private final Executor jobs;

  public PickedFiles(FilePicker picker, Executor ui, Executor jobs) {
    this.picker = picker;
    this.ui = ui;
    this.jobs = jobs;
  }

  @Override
  public void pickBody(Consumer<BodyFile> read, Consumer<String> refused) {
    picker.body().ifPresent(file -> jobs.execute(() -> readBody(file, read, refused)));
  }

  @Override
  public Optional<Path> pickCertificate() {
    return picker.certificate();
  }

  @Override
  public Optional<Path> pickKey() {
    return picker.key();
  }

  @Override
  public void read(
      NamedCertificate named, Consumer<NamedCertificate> read, Consumer<String> refused) {
    jobs.execute(
        () -> {
          try {
            NamedCertificate opened = named.opened();
            ui.execute(() -> read.accept(opened));
          } catch (IllegalArgumentException e) {
            ui.execute(() -> refused.accept(String.valueOf(e.getMessage())));
          }
        });
  }

  public void readBody(Path file, Consumer<BodyFile> read, Consumer<String> refused) {
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
