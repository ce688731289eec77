package dev.lightfoot.devtools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Runs made of events that were written down.
final class RecordedEvents {
  private RecordedEvents() {}

  /// Of a file of the data beside the project.
  static Run shared(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("lightfoot.root", ".."), "../shared/data", name).normalize();
    assumeTrue(Files.isRegularFile(file), name + " is not beside the project (../shared/data)");
    try (InputStream in = Files.newInputStream(file)) {
      return run(in, NetLog.NONE);
    }
  }

  /// Of events as JSON.
  static Run run(String json) {
    return run(json, NetLog.NONE);
  }

  /// Of events as JSON, with a log of the network.
  static Run run(String json, NetLog log) {
    return run(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), log);
  }

  private static Run run(InputStream in, NetLog log) {
    DevtoolsRun run = DevtoolsRun.imported();
    DevtoolsLog.read(in, run::accept);
    return run.run(
        RunState.COLD,
        new PageLoad(
            PageEngine.IMPORTED,
            Optional.empty(),
            OptionalInt.empty(),
            PageMarks.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty()),
        ZoneOffset.UTC,
        log);
  }
}
