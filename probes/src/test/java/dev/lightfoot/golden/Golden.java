package dev.lightfoot.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that say what output is to look like, under `src/test/resources`. Run the tests with
/// `-Dlightfoot.golden=write` to write them anew, and read the difference before committing it.
public final class Golden {
  private Golden() {}

  /// Asserts that the text is what the file holds.
  public static void check(String file, String text) throws IOException {
    document("probes/src/test/resources/dev/lightfoot/" + file, text);
  }

  /// Asserts that the text is what a file of the project holds.
  public static void document(String file, String text) throws IOException {
    Path path = Path.of(System.getProperty("lightfoot.root", "..")).resolve(file);
    if ("write".equals(System.getProperty("lightfoot.golden"))) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    }
    assertThat(text).isEqualTo(Files.readString(path));
  }
}
