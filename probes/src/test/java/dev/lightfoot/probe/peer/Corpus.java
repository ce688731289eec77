package dev.lightfoot.probe.peer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Public conformance data beside the project; tests that need it are skipped where it is not
/// there.
public final class Corpus {
  private Corpus() {}

  /// The folder of that name.
  public static Path folder(String name) {
    Path folder =
        Path.of(System.getProperty("lightfoot.root", "."))
            .resolve("../shared/data/conformance")
            .resolve(name)
            .normalize();
    assumeTrue(
        Files.isDirectory(folder),
        "the conformance data " + name + " is not beside the project (../shared/data/conformance)");
    return folder;
  }

  /// Every file below it that ends so, in order.
  public static List<Path> files(String name, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder(name))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  /// One line for people who read the log of a build.
  public static void report(String group, int run, int passed, int deviating, long startNanos) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d cases run, %d passed, %d deviating, %.1f s%n",
        group,
        run,
        passed,
        deviating,
        (System.nanoTime() - startNanos) / 1e9);
  }
}
