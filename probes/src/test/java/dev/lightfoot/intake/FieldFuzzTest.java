package dev.lightfoot.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A few hundred damaged files of each kind; [FieldFuzz] reads them for as long as one likes.
final class FieldFuzzTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("lightfoot.root", ".."), "../shared/data/field/logs").normalize();
  private static final int FILES = 300;

  @ParameterizedTest
  @ValueSource(strings = {"access logs", "postgresql", "mysql", "redis", "jaeger", "intake"})
  void noDamagedFileMakesAReaderFail(String group) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is not beside the project");
    List<byte[]> seeds = FieldFuzz.seeds(FOLDER);
    Random random = new Random(12);
    for (int i = 0; i < FILES; i++) {
      FieldFuzz.once(group, seeds, random);
    }
  }
}
