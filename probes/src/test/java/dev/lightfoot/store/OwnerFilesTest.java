package dev.lightfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerFilesTest {
  @TempDir private Path folder;

  @Test
  void aMissingFolderIsNamedAndNotTheFileThatIsWrittenFirst() {
    Path missing = folder.resolve("reports");
    assertThatThrownBy(() -> OwnerFiles.write(missing.resolve("r.html"), new byte[1]))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": there is no such folder");
  }

  @Test
  void whatIsWrittenStandsAlone() throws IOException {
    Path file = folder.resolve("r.html");
    OwnerFiles.write(file, new byte[] {1});
    OwnerFiles.write(file, new byte[] {2});
    assertThat(file).hasBinaryContent(new byte[] {2});
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
