package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.model.RunState;
import java.util.List;
import java.util.Optional;

/// What a person may choose about a comparison.
///
/// @param state of the runs to compare; empty for the one that both sides have most of
/// @param origin that times are measured from
/// @param earlierNanos what earlier sessions of the same target took in the middle, each a number
///   of its own; of fewer than [#FEWEST_SESSIONS] no floor between sessions is taken
public record CompareChoice(Optional<RunState> state, Origin origin, List<Long> earlierNanos) {
  /// From so many sessions on it can be said how far they lie apart.
  public static final int FEWEST_SESSIONS = 3;

  /// Nothing chosen.
  public static final CompareChoice DEFAULT =
      new CompareChoice(Optional.empty(), Origin.START, List.of());

  public CompareChoice {
    earlierNanos = List.copyOf(earlierNanos);
  }

  /// The same with runs of that state.
  public CompareChoice in(RunState other) {
    return new CompareChoice(Optional.of(other), origin, earlierNanos);
  }

  /// The same measured from that event.
  public CompareChoice from(Origin other) {
    return new CompareChoice(state, other, earlierNanos);
  }

  /// The same with what those sessions took.
  public CompareChoice after(List<Long> medians) {
    return new CompareChoice(state, origin, medians);
  }
}
