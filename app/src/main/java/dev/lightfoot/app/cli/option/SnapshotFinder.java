package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.store.SnapshotReference;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the one snapshot that a person means by an id, a name, or the beginning of an id.
public final class SnapshotFinder {
  private SnapshotFinder() {}

  /// The one that is meant.
  public static StoredSnapshot find(SnapshotStore store, String reference)
      throws Refusal, IOException {
    return search(store, reference)
        .orElseThrow(
            () ->
                new Refusal(
                    "No snapshot has the id or name \""
                        + reference
                        + "\". lightfoot snapshot list shows all."));
  }

  /// The one that is meant; empty where none is.
  ///
  /// @throws Refusal where it may be one of several
  public static Optional<StoredSnapshot> search(SnapshotStore store, String reference)
      throws Refusal, IOException {
    List<StoredSnapshot> found = SnapshotReference.search(store.list().snapshots(), reference);
    if (found.size() > 1) {
      String ids = found.stream().map(StoredSnapshot::id).collect(Collectors.joining(", "));
      throw new Refusal("\"" + reference + "\" may be any of " + ids + ". Give the id.");
    }
    return found.stream().findFirst();
  }
}
