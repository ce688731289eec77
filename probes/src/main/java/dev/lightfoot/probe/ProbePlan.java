package dev.lightfoot.probe;

import dev.lightfoot.model.RunState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A request and the runs to make of it.
///
/// @param request what to ask for
/// @param states the state of each run, in order; resumed and warm runs follow a cold one
/// @param preparing how many of them, the first, are made only so that the others find a connection
public record ProbePlan(ProbeRequest request, List<RunState> states, int preparing) {
  public ProbePlan {
    states = List.copyOf(states);
  }

  /// All of whose runs are asked for.
  public ProbePlan(ProbeRequest request, List<RunState> states) {
    this(request, states, 0);
  }

  /// The same of another request.
  public ProbePlan of(ProbeRequest other) {
    return new ProbePlan(other, states, preparing);
  }

  /// Runs where no number is given: enough to see the spread, too few for a verdict.
  public static final int DEFAULT_RUNS = 5;

  /// More runs than this are refused.
  public static final int MAX_RUNS = 1_000;

  /// N cold runs, then where wanted N resumed and N warm ones.
  public static ProbePlan of(ProbeRequest request, int runs, boolean resumed, boolean warm) {
    if (runs < 1 || runs > MAX_RUNS) {
      throw new IllegalArgumentException("runs must be 1 to " + MAX_RUNS + ": " + runs);
    }
    List<RunState> states = new ArrayList<>(Collections.nCopies(runs, RunState.COLD));
    if (resumed) {
      states.addAll(Collections.nCopies(runs, RunState.RESUMED));
    }
    if (warm) {
      states.addAll(Collections.nCopies(runs, RunState.WARM));
    }
    return new ProbePlan(request, states);
  }
}
