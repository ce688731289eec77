package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.model.Snapshot;

/// How a snapshot is compared with a baseline: whoever knows of earlier sessions of the target
/// takes them into account.
@FunctionalInterface
public interface Comparing {
  /// The comparison of the snapshot (B) with the baseline (A).
  Comparison of(Snapshot baseline, Snapshot snapshot);
}
