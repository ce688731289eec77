package dev.lightfoot.app.ui.probe;

import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Which kinds of runs a person asks for.
public enum RunMode {
  /// Everything new in each run.
  COLD,
  /// The kept connection in each run; one cold run makes it.
  WARM,
  /// Both, one after the other.
  BOTH;

  /// The runs to make.
  ProbePlan plan(ProbeRequest request, int runs) {
    return switch (this) {
      case COLD -> ProbePlan.of(request, runs, false, false);
      case BOTH -> ProbePlan.of(request, runs, false, true);
      case WARM -> {
        List<RunState> states = new ArrayList<>(List.of(RunState.COLD));
        states.addAll(Collections.nCopies(runs, RunState.WARM));
        yield new ProbePlan(request, states, 1);
      }
    };
  }
}
