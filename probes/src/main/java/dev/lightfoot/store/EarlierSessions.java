package dev.lightfoot.store;

import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What kept sessions of the same target took: how far they lie apart says how far two sessions may
/// lie apart although nothing changed.
public final class EarlierSessions {
  private EarlierSessions() {}

  /// Their medians in nanoseconds as comparisons take them, oldest first, without those of the
  /// sides themselves.
  ///
  /// @param sides what is compared, the baseline first
  /// @param state of the runs that are compared; empty for those that stand for a session
  /// @param kept newest first
  public static List<Long> medians(
      List<Snapshot> sides, Optional<RunState> state, List<StoredSnapshot> kept) {
    Subject subject = Subject.of(sides.getFirst());
    Set<String> compared = sides.stream().map(Snapshot::id).collect(Collectors.toSet());
    return kept.reversed().stream()
        .filter(each -> each.subject().equals(subject) && !compared.contains(each.id()))
        .flatMap(each -> each.headline().stream())
        .filter(headline -> state.isEmpty() || state.get() == headline.state())
        .map(HeadlineTime::comparedNanos)
        .toList();
  }
}
