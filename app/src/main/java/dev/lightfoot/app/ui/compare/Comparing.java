package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.model.Snapshot;

/// Compares two snapshots.
@FunctionalInterface
public interface Comparing {

  /// How B differs from A.
  Comparison of(Snapshot a, Snapshot b, CompareChoice choice);
}
