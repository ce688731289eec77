package dev.lightfoot.store;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.nio.file.Path;
import java.util.List;

/// Sums snapshots up for a list.
final class StoredSnapshots {
  private StoredSnapshots() {}

  static StoredSnapshot of(Snapshot snapshot, Path file) {
    return new StoredSnapshot(
        snapshot.id(),
        snapshot.name().orElse(""),
        snapshot.target(),
        snapshot.takenAt(),
        snapshot.runs().size(),
        median(snapshot),
        file);
  }

  private static long median(Snapshot snapshot) {
    List<Run> cold = snapshot.runs(RunState.COLD);
    long[] nanos =
        (cold.isEmpty() ? snapshot.runs() : cold)
            .stream().filter(Run::counts).mapToLong(Run::durationNanos).sorted().toArray();
    if (nanos.length == 0) {
      return 0;
    }
    int middle = nanos.length / 2;
    return nanos.length % 2 == 1 ? nanos[middle] : (nanos[middle - 1] + nanos[middle]) / 2;
  }
}
