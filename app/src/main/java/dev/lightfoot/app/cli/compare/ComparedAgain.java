package dev.lightfoot.app.cli.compare;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.codec.snapshot.ComparedIds;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A comparison that was written, given in place of two sides: it holds what came out and not the
/// runs, so that it is made again of its snapshots, where both are saved.
final class ComparedAgain {
  private ComparedAgain() {}

  /// The ids of the two.
  ///
  /// @param given the only side
  static List<String> sides(String given, SnapshotStore store) throws Refusal {
    try {
      Optional<ComparedIds> ids = ids(given);
      if (ids.isEmpty()) {
        throw new Refusal("compare takes two sides at least: A, then B.");
      }
      Set<String> kept =
          store.list().snapshots().stream().map(StoredSnapshot::id).collect(Collectors.toSet());
      Optional<String> missing =
          ids.get().both().stream().filter(id -> !kept.contains(id)).findFirst();
      if (missing.isPresent()) {
        throw new Refusal(
            given
                + " is a comparison: it holds what came out, and not the runs. It is made again"
                + " where both its snapshots are saved, and "
                + missing.get()
                + " is not.");
      }
      return ids.get().both();
    } catch (IOException e) {
      throw new Refusal(given + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<ComparedIds> ids(String given) throws IOException {
    try {
      Path file = Path.of(given);
      return Files.isRegularFile(file) ? ComparedIds.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
