package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Optional;

/// What was asked to be compared.
///
/// @param a what it is compared with; empty for the last snapshot that fits
/// @param b what is compared
/// @param more what is compared with A beside it
public record ToCompare(Optional<Snapshot> a, Snapshot b, List<Snapshot> more) {
  /// More are not told apart at a glance.
  public static final int MOST_OTHERS = 25;

  public ToCompare {
    more = List.copyOf(more);
  }
}
