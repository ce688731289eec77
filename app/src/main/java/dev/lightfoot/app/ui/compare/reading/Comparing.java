package dev.lightfoot.app.ui.compare.reading;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.model.Snapshot;
import java.util.List;

/// Compares snapshots with one.
@FunctionalInterface
public interface Comparing {

  /// How each of the others differs from A, in their order.
  List<Comparison> of(Snapshot a, List<Snapshot> others, CompareChoice choice);
}
