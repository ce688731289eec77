package dev.lightfoot.app.ui.workspace.setting;

import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A small text file that only its owner may read, replaced as a whole.
public final class OwnerFile {
  private static final int LIMIT = 1 << 20;

  private final Path path;

  public OwnerFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /// Its lines; none where there is no such file or it is larger than this program writes.
  public List<String> lines() {
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

  /// Takes it away, where there is one.
  public void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  /// Writes it whole: a crash leaves the old one.
  public void write(List<String> lines) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + path);
    }
    OwnerFiles.createFolder(folder);
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    OwnerFiles.write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
