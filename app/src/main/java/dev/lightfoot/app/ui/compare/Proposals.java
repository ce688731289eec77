package dev.lightfoot.app.ui.compare;

import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Subject;
import dev.lightfoot.store.StoredSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What fits to be compared, of what is kept.
final class Proposals {
  private Proposals() {}

  /// Two kept snapshots of one subject: the last that was measured twice.
  ///
  /// @param earlier what it is compared with
  /// @param later what is compared
  record Pair(StoredSnapshot earlier, StoredSnapshot later) {}

  /// What a snapshot is compared with where nothing else is said: of what measured the same, the
  /// last one before it, else the last one.
  ///
  /// @param kept newest first
  static Optional<StoredSnapshot> fitting(Snapshot snapshot, List<StoredSnapshot> kept) {
    Subject subject = Subject.of(snapshot);
    List<StoredSnapshot> others =
        kept.stream()
            .filter(each -> each.subject().equals(subject) && !each.id().equals(snapshot.id()))
            .toList();
    return others.stream()
        .filter(each -> each.takenAt().toInstant().isBefore(snapshot.takenAt().toInstant()))
        .findFirst()
        .or(() -> others.stream().findFirst());
  }

  /// The last two of what was last measured twice; empty where nothing was.
  static Optional<Pair> last(List<StoredSnapshot> kept) {
    Map<Subject, StoredSnapshot> seen = new HashMap<>();
    for (StoredSnapshot each : kept) {
      StoredSnapshot later = seen.putIfAbsent(each.subject(), each);
      if (later != null) {
        return Optional.of(new Pair(each, later));
      }
    }
    return Optional.empty();
  }
}
