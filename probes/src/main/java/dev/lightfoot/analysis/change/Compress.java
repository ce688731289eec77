package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.page.PlainText;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import java.util.OptionalDouble;

/// Text that came as it is comes compressed: as fast as that many bytes came.
///
/// @param ratio compressed size by plain size; empty where nobody said it
public record Compress(String text, OptionalDouble ratio) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.COMPRESS;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      if (job.facts().response().filter(PlainText::is).isPresent()
          && job.facts().resource().isTransferred()) {
        found = true;
        double share = ratio.orElseGet(() -> draw.between(Uncertainty.RATIO, 0.2, 0.3, 0.4));
        job.body().ifPresent(body -> body.keep(share));
      }
    }
    return found;
  }
}
