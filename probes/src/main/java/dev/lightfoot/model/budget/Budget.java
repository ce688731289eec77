package dev.lightfoot.model.budget;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Limits that are checked together.
///
/// @param limits in the order of the file
public record Budget(List<Limit> limits) {
  public Budget {
    limits = List.copyOf(limits);
  }

  /// The snapshots that limits compare with, as they name them.
  public Set<String> baselines() {
    Set<String> names = new LinkedHashSet<>();
    for (Limit limit : limits) {
      if (limit.allowance() instanceof Allowance.WorseBy worse) {
        names.add(worse.baseline());
      }
    }
    return names;
  }
}
