package dev.lightfoot.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LauncherOptionsTest {
  @Test
  void aProbeIsMeasuredWithTheFirstCompilerAsTheLauncherStartsIt() throws Exception {
    assertThat(LauncherOptions.ofProbe(Path.of(System.getProperty("lightfoot.root", ".."))))
        .containsExactly(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-MergeStores");
  }
}
