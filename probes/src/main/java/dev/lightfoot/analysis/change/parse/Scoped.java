package dev.lightfoot.analysis.change.parse;

import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.ChangeKind;
import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A change that is made in some exchanges only.
///
/// @param change to be made
/// @param where those in which it is
record Scoped(Change change, Predicate<Job> where) implements Change {
  @Override
  public ChangeKind kind() {
    return change.kind();
  }

  @Override
  public String text() {
    return change.text();
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    return change.edit(graph.only(where), draw);
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    return change.targets(graph.only(where));
  }

  @Override
  public Optional<Boolean> isMade(ReplayGraph later) {
    return change.isMade(later.only(where));
  }
}
