package dev.lightfoot.store;

import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.Snapshot;
import java.util.Optional;

/// Decides which time stands for a snapshot in a list, so that a store says the same as every other
/// place that shows it.
@FunctionalInterface
public interface HeadlineChoice {
  /// That time; empty where no run came to its end.
  Optional<HeadlineTime> of(Snapshot snapshot);
}
