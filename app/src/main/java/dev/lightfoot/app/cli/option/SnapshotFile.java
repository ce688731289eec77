package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.codec.snapshot.ReportedSnapshot;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.snapshot.SnapshotFormatException;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a snapshot file from anywhere.
public final class SnapshotFile {
  private SnapshotFile() {}

  public static Snapshot read(Path file) throws Refusal {
    try {
      if (Files.size(file) > SnapshotCodec.MAX_BYTES) {
        throw new Refusal(file + " is larger than any snapshot.");
      }
      return ReportedSnapshot.decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new Refusal("There is no file " + file + ".", e);
    } catch (SnapshotFormatException e) {
      throw new Refusal(file + " cannot be opened. " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
