package dev.lightfoot.analysis.stack;

import dev.lightfoot.model.Run;
import java.util.List;

/// What a [Join] gives.
///
/// @param runs as they were, with spans, alignments and the exchanges' span ids filled in
/// @param remarks sentences: what could not be told apart, and what was left out because of it
/// @param notJoined how many spans belong to no request of these runs, or cannot be told to
public record Joined(List<Run> runs, List<String> remarks, int notJoined) {
  public Joined {
    runs = List.copyOf(runs);
    remarks = List.copyOf(remarks);
  }
}
