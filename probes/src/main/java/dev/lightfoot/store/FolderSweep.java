package dev.lightfoot.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Deletes files that are old enough to be abandoned.
///
/// @param now present instant
record FolderSweep(Instant now) {

  void clear(Path folder, String prefix, String suffix, Duration kept) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*" + suffix)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().plus(kept).isBefore(now)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // Another process may sweep too, or nothing may be written here: next time, then.
    }
  }
}
