package dev.lightfoot.store;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a snapshot's file whole; tests count what is read.
@FunctionalInterface
interface FileBytes {
  FileBytes OF_DISK = FileBytes::read;

  byte[] of(Path file) throws IOException;

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > SnapshotCodec.MAX_BYTES) {
      throw new IOException("The file is larger than any snapshot.");
    }
    return Files.readAllBytes(file);
  }
}
