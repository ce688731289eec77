package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Edge;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import java.util.List;
import java.util.Optional;

/// The server names the styles, scripts and fonts of the document in a 103 as soon as the request
/// is there.
public record EarlyHints(String text) implements Change {
  private static final double PAUSE_NANOS = 1_000_000;

  @Override
  public ChangeKind kind() {
    return ChangeKind.EARLY_HINTS;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    Optional<Document> document = Document.of(graph);
    if (document.isEmpty()) {
      return false;
    }
    List<Job> early =
        document.get().early(graph).stream().filter(job -> !Document.isAhead(job)).toList();
    long own = document.get().ownNanos(graph);
    double pause = draw.between(Uncertainty.SERVER_PAUSE, 0, 1, 5);
    document.get().job().hint(Math.round(pause * PAUSE_NANOS));
    early.forEach(job -> job.startAfter(document.get().job(), Edge.HEAD, own));
    return !early.isEmpty();
  }
}
