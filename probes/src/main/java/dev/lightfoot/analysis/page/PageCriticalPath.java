package dev.lightfoot.analysis.page;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Run;
import java.util.List;
import java.util.OptionalInt;

/// The requests that a page waited for, one after the other, from the start of the run to its load.
/// The steps and what lies after them cover the page's time exactly, without overlap.
///
/// @param steps in the order of time; empty where nothing was asked for
/// @param pageNanos the page's time, see [RunTime]
public record PageCriticalPath(List<PathStep> steps, long pageNanos) {
  public PageCriticalPath {
    steps = List.copyOf(steps);
  }

  /// The path of that run.
  ///
  /// @param floors of all runs of its snapshot: by them round trips are counted
  public static PageCriticalPath of(Run run, Floors floors) {
    long page = RunTime.nanos(run);
    return new PageCriticalPath(new PathFinder(run, floors, page).find(), page);
  }

  /// The same run with the path in it; a run that is no page stays as it is.
  public static Run complete(Run run) {
    return run.page()
        .map(load -> run.as(load.along(of(run, Floors.of(List.of(run))).exchanges())))
        .orElse(run);
  }

  /// How long the page waited for the chain: to the end of its last step.
  public long chainNanos() {
    return steps.isEmpty() ? 0 : steps.getLast().toNanos();
  }

  /// What is left of the page's time after the last request of the chain: this computer's own, or
  /// what nothing accounts for.
  public long afterNanos() {
    return pageNanos - chainNanos();
  }

  /// The exchanges of the path, each once, as indices in the run.
  public List<Integer> exchanges() {
    return steps.stream().map(PathStep::exchange).distinct().toList();
  }

  /// Round trips on the path, one after the other; empty where none could be counted.
  public OptionalInt trips() {
    return sum().trips();
  }

  /// Whether some step's round trips could not be counted, so that their sum is a lower bound.
  public boolean isLowerBound() {
    return sum().lowerBound();
  }

  private TripSum sum() {
    return TripSum.of(steps.stream().map(PathStep::trips).toList());
  }
}
