package dev.lightfoot.app.ui.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A small text file that only its owner may read, replaced as a whole.
final class OwnerFile {
  private static final int LIMIT = 1 << 20;

  private final Path path;

  OwnerFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /// Its lines; none where there is no such file or it is larger than this program writes.
  List<String> lines() {
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LIMIT) {
        return List.of();
      }
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      // What is kept here is a convenience: a file that cannot be read counts as none.
      return List.of();
    }
  }

  /// Writes it beside and moves it into place, so that a crash leaves the old one.
  void write(List<String> lines) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + path);
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, owner("rwx------"));
    }
    Path beside = Files.createTempFile(folder, ".settings", ".part", owner("rw-------"));
    try {
      Files.write(beside, lines, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static FileAttribute<?>[] owner(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
