package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Fact;
import java.util.List;
import java.util.Optional;

/// Makes the facts that a finding's words speak of; asked only of the request that stands for all
/// that show the same.
@FunctionalInterface
public interface Words {
  List<Fact> facts();

  /// The calls they are about; empty where they are not about one template's.
  default Optional<CallWords> ofCalls() {
    return Optional.empty();
  }

  /// The same, told by this request alone: what is counted or shown otherwise is not added to what
  /// another machine was asked.
  default Words alone() {
    return this;
  }
}
