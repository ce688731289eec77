package dev.lightfoot.analysis.change;

import java.util.Optional;
import java.util.Set;

/// Knows the findings of a snapshot, by which changes can be asked for.
@FunctionalInterface
public interface Fingerprints {
  /// No finding is known.
  Fingerprints NONE = _ -> Optional.empty();

  /// What the calls of a finding have in common, each as
  /// [dev.lightfoot.analysis.replay.CallText#name()].
  ///
  /// @param text a finding's fingerprint, or the label of a rule: then of all of its findings
  /// @return empty where no finding is called that
  Optional<Set<String>> names(String text);
}
