package dev.lightfoot.probe;

import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Viewport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How runs that are to be compared are made: all in one way, so that only what they are made of
/// differs.
///
/// @param state what each run finds ready; resumed and warm ones follow one cold run that only
///   prepares
/// @param runs how many of them, on each side
/// @param engine what loads them as pages; empty for probes
/// @param viewport the window that pages are loaded for
public record Likewise(RunState state, int runs, Optional<PageEngine> engine, Viewport viewport) {

  /// Runs on each side where no number is given: enough for small effects.
  public static final int DEFAULT_RUNS = 20;

  /// @throws IllegalArgumentException where there can be no such runs; the message is a sentence
  ///   for people
  public Likewise {
    if (runs < 1 || runs > ProbePlan.MAX_RUNS) {
      throw new IllegalArgumentException("runs must be 1 to " + ProbePlan.MAX_RUNS + ": " + runs);
    }
  }

  /// As the runs of that state in a snapshot were made; where it has none of them, as its first run
  /// was.
  public static Likewise of(Snapshot snapshot, RunState state) {
    List<Run> made =
        snapshot.runs(state).stream()
            .filter(run -> !run.leftOut().equals(Optional.of(LeftOut.PREPARING)))
            .toList();
    Optional<PageLoad> page =
        (made.isEmpty() ? snapshot.runs() : made).stream().findFirst().flatMap(Run::page);
    return new Likewise(
        state,
        made.isEmpty() ? DEFAULT_RUNS : Math.min(made.size(), ProbePlan.MAX_RUNS),
        page.map(PageLoad::engine),
        page.flatMap(PageLoad::viewport).orElse(Viewport.DESKTOP));
  }

  /// The same with so many runs.
  public Likewise times(int number) {
    return new Likewise(state, number, engine, viewport);
  }

  /// The same with pages loaded by that engine.
  public Likewise by(PageEngine other) {
    return new Likewise(state, runs, Optional.of(other), viewport);
  }

  /// The same with pages loaded for that window.
  public Likewise on(Viewport other) {
    return new Likewise(state, runs, engine, other);
  }

  /// The probe of that target.
  public ProbePlan probe(ProbeRequest request) {
    return new ProbePlan(request, states(), preparing());
  }

  /// The loads of that page.
  ///
  /// @throws IllegalArgumentException where a page cannot be loaded so; the message is a sentence
  ///   for people
  public PagePlan page(ProbeRequest request) {
    return new PagePlan(request, viewport, states(), preparing());
  }

  private int preparing() {
    return state == RunState.COLD ? 0 : 1;
  }

  private List<RunState> states() {
    List<RunState> states = new ArrayList<>(Collections.nCopies(preparing(), RunState.COLD));
    states.addAll(Collections.nCopies(runs, state));
    return states;
  }
}
