package dev.lightfoot.probe;

import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.Viewport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A page and the loads to make of it.
///
/// @param request the document and how everything is asked for; a GET. Its time-out is that of a
///   whole load; its header lines go with every request, those that may hold a credential only to
///   the document's own origin, as do its cookies
/// @param viewport the window it is loaded for: what `srcset`, `sizes` and media queries go by
/// @param states the state of each run, in order: cold ones, then warm ones, which follow a cold
///   one and have its open connections and its HTTP cache
/// @param preparing how many of them, the first, are made only so that the others find a cache and
///   connections
public record PagePlan(
    ProbeRequest request, Viewport viewport, List<RunState> states, int preparing) {

  /// @throws IllegalArgumentException where a page cannot be loaded so; the message is a sentence
  ///   for people
  public PagePlan {
    states = List.copyOf(states);
    if (!request.method().equals("GET") || request.body().isPresent()) {
      throw new IllegalArgumentException("A page is loaded with GET and without a body.");
    }
    if (states.isEmpty() || states.size() > 2 * ProbePlan.MAX_RUNS) {
      throw new IllegalArgumentException(
          "runs must be 1 to " + ProbePlan.MAX_RUNS + ": " + states.size());
    }
    if (states.contains(RunState.RESUMED)) {
      throw new IllegalArgumentException("A page is loaded cold or warm, not resumed.");
    }
    if (states.getFirst() != RunState.COLD) {
      throw new IllegalArgumentException("A warm load follows a cold one.");
    }
  }

  /// N cold loads, then where wanted N warm ones.
  public static PagePlan of(ProbeRequest request, Viewport viewport, int runs, boolean warm) {
    if (runs < 1 || runs > ProbePlan.MAX_RUNS) {
      throw new IllegalArgumentException("runs must be 1 to " + ProbePlan.MAX_RUNS + ": " + runs);
    }
    List<RunState> states = new ArrayList<>(Collections.nCopies(runs, RunState.COLD));
    if (warm) {
      states.addAll(Collections.nCopies(runs, RunState.WARM));
    }
    return new PagePlan(request, viewport, states, 0);
  }
}
