package dev.lightfoot.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The round-trip log for Django is Python; its own tests run here against the real Django of the
/// machine, in a child process.
class DjangoAgentTest {
  private static final Path AGENT =
      Path.of(System.getProperty("lightfoot.root")).resolve("assets/agents/django");
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Pattern RAN = Pattern.compile("Ran (\\d+) tests");

  @TempDir private Path folder;

  private record Ended(int status, String output) {}

  @BeforeAll
  static void djangoIsHere() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "needs Python: apt-get install python3");
    Path nothing = Files.createTempFile("django", ".txt");
    assumeTrue(
        run(nothing, List.of(PYTHON.toString(), "-c", "import django")).status == 0,
        "needs Django: apt-get install python3-django");
  }

  private static Ended run(Path output, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(AGENT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      return new Ended(ended ? process.exitValue() : -1, Files.readString(output));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({"test_lightfoot_django,50", "test_lightfoot_trips,15"})
  void everyTestPassesAgainstTheRealDjango(String tests, int atLeast) throws Exception {
    passes(tests, atLeast);
  }

  @Test
  void pytestItselfCountsTripsByFixtureBlockAndMarker() throws Exception {
    assumeTrue(
        run(folder.resolve("pytest.txt"), List.of(PYTHON.toString(), "-c", "import pytest")).status
            == 0,
        "needs pytest: apt-get install python3-pytest");
    passes("test_lightfoot_pytest", 6);
  }

  private void passes(String tests, int atLeast) throws Exception {
    Ended ended =
        run(
            folder.resolve("unittest.txt"),
            List.of(PYTHON.toString(), "-m", "unittest", "-v", tests));
    assertThat(ended.status).as(ended.output).isZero();
    Matcher ran = RAN.matcher(ended.output);
    assertThat(ran.find()).as(ended.output).isTrue();
    assertThat(Integer.parseInt(ran.group(1))).as(ended.output).isGreaterThan(atLeast);
  }
}
