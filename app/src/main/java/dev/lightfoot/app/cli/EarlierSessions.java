package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Subject;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What kept sessions of the same target took: how far they lie apart says how far two sessions may
/// lie apart although nothing changed.
final class EarlierSessions {
  private EarlierSessions() {}

  /// Their medians, oldest first, without those of the sides themselves.
  ///
  /// @param sides what is compared, the baseline first
  /// @param state of the runs that are compared; empty for those that stand for a session
  static List<Long> medians(
      List<Snapshot> sides, Optional<RunState> state, DataFolderChoice folder, Console console) {
    Subject subject = Subject.of(sides.getFirst());
    Set<String> compared = sides.stream().map(Snapshot::id).collect(Collectors.toSet());
    try {
      return folder.store().list().snapshots().reversed().stream()
          .filter(each -> each.subject().equals(subject) && !compared.contains(each.id()))
          .map(StoredSnapshot::headline)
          .flatMap(Optional::stream)
          .filter(each -> state.isEmpty() || state.get() == each.state())
          .map(HeadlineTime::medianNanos)
          .toList();
    } catch (IOException e) {
      console.warn("How far sessions lie apart is not taken into account: " + e.getMessage());
      return List.of();
    }
  }
}
