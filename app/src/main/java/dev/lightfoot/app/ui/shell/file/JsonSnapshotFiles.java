package dev.lightfoot.app.ui.shell.file;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.SnapshotFiles;
import dev.lightfoot.codec.snapshot.ComparedIds;
import dev.lightfoot.codec.snapshot.ReportedSnapshot;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.snapshot.SnapshotFormatException;
import dev.lightfoot.intake.CaptureFile;
import dev.lightfoot.intake.Captures;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.redact.Redactor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Snapshots from JSON files, and the sample from the program itself.
public final class JsonSnapshotFiles implements SnapshotFiles {
  private static final String SAMPLE = "/assets/samples/shop.lightfoot.json";
  private static final String PAGE = "/assets/samples/page.lightfoot.json";

  @Override
  public Snapshot read(Path path) throws IOException {
    try {
      if (Files.size(path) > SnapshotCodec.MAX_BYTES) {
        throw new IOException(Words.text("file.too-large", path.toString()));
      }
      return ReportedSnapshot.decode(Files.readAllBytes(path));
    } catch (SnapshotFormatException e) {
      String sentence = Words.text("file.no-snapshot", path.toString(), e.getMessage());
      throw new IOException(sentence, e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new IOException(Words.text("file.absent", path.toString()), e);
    }
  }

  @Override
  public Optional<ComparedIds> compared(Path path) throws IOException {
    return Files.isRegularFile(path) ? ComparedIds.of(path) : Optional.empty();
  }

  @Override
  public List<Snapshot> captured(Path path) throws IOException {
    CaptureFile file = Captures.read(path, _ -> {});
    if (file.snapshots().isEmpty()) {
      String why = file.failure().orElse("");
      throw new IOException(Words.text("file.no-capture", path.toString(), Redactor.redact(why)));
    }
    return file.snapshots();
  }

  @Override
  public Snapshot sample() throws IOException {
    return read(SAMPLE);
  }

  @Override
  public Snapshot pageSample() throws IOException {
    return read(PAGE);
  }

  /// A snapshot that comes with the program.
  static Snapshot read(String name) throws IOException {
    try (InputStream in = JsonSnapshotFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return SnapshotCodec.decode(in.readAllBytes());
    }
  }
}
