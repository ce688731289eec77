package dev.lightfoot.app.ui.probe;

import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Snapshots that are not whole yet: never saved, replaced by the probe's own when it ends.
final class Provisional {
  private static final Environment UNKNOWN =
      new Environment("", "", "", "", Optional.empty(), Optional.empty(), List.of());

  private Provisional() {}

  static Snapshot snapshot(String target, List<Run> runs) {
    OffsetDateTime takenAt =
        runs.isEmpty()
            ? OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
            : runs.getFirst().startedAt();
    return new Snapshot("", Optional.empty(), target, takenAt, UNKNOWN, runs, Map.of());
  }
}
