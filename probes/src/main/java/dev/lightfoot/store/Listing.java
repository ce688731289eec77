package dev.lightfoot.store;

import java.nio.file.Path;
import java.util.List;

/// What a store holds.
///
/// @param snapshots readable ones, newest first
/// @param damaged files moved to quarantine, now or earlier
public record Listing(List<StoredSnapshot> snapshots, List<Damaged> damaged) {
  public Listing {
    snapshots = List.copyOf(snapshots);
    damaged = List.copyOf(damaged);
  }

  /// What a listing has found before it is whole.
  ///
  /// @param snapshots readable ones, newest first
  /// @param read files that were looked into
  /// @param all files that there are
  public record Part(List<StoredSnapshot> snapshots, int read, int all) {
    public Part {
      snapshots = List.copyOf(snapshots);
    }
  }

  /// A file that is not a readable snapshot.
  ///
  /// @param path where it lies now
  /// @param reason one sentence: what is wrong with it
  public record Damaged(Path path, String reason) {}
}
