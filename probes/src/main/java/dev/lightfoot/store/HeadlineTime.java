package dev.lightfoot.store;

import dev.lightfoot.model.Snapshot;
import java.util.OptionalLong;

/// Decides which number stands for a snapshot in a list, so that a store says the same as every
/// other place that shows it.
@FunctionalInterface
public interface HeadlineTime {
  /// That number in nanoseconds; empty where no run came to its end.
  OptionalLong nanos(Snapshot snapshot);
}
