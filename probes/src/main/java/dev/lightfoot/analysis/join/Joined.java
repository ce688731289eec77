package dev.lightfoot.analysis.join;

import dev.lightfoot.model.Run;
import java.util.List;

/// What a [Join] gives.
///
/// @param runs as they were, with spans, alignments and the exchanges' span ids filled in
/// @param remarks what is ambiguous, and what was left out because of it
/// @param notJoined how many spans belong to no request of these runs, or to one that cannot be
///   determined
public record Joined(List<Run> runs, List<JoinRemark> remarks, int notJoined) {
  public Joined {
    runs = List.copyOf(runs);
    remarks = List.copyOf(remarks);
  }
}
