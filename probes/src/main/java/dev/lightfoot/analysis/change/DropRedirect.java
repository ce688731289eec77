package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The address that a redirect leads to is asked for at once. What the redirect's exchange set up
/// for both, the other one now sets up.
///
/// @param url the redirect's; empty for all
public record DropRedirect(String text, Optional<String> url) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.DROP_REDIRECT;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job hop : graph.jobs()) {
      Optional<Job> next = next(graph, hop);
      if (next.isPresent() && Targets.isUrl(url, hop.facts().url())) {
        found = true;
        hand(hop, next.get());
        hop.remove();
      }
    }
    return found;
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    return graph.jobs().stream()
        .filter(hop -> next(graph, hop).isPresent())
        .map(hop -> hop.facts().url())
        .toList();
  }

  private static Optional<Job> next(ReplayGraph graph, Job hop) {
    return graph.jobs().stream()
        .filter(job -> job.exchange() > hop.exchange())
        .filter(job -> job.facts().redirectedFrom().equals(Optional.of(hop.facts().url())))
        .findFirst();
  }

  private static void hand(Job hop, Job next) {
    List<Segment> handed = new ArrayList<>();
    boolean sameConnection =
        !next.opens()
            && PageHosts.origin(hop.facts().url()).equals(PageHosts.origin(next.facts().url()));
    boolean sameName = Targets.name(hop.facts().url()).equals(Targets.name(next.facts().url()));
    for (Segment each : hop.segments()) {
      boolean name = each.phase() == Phase.DNS && sameName && next.segment(Phase.DNS).isEmpty();
      boolean connection = each.phase() != Phase.DNS && Job.isSetUp(each.phase()) && sameConnection;
      if (name || connection) {
        handed.add(each);
      }
    }
    if (sameConnection) {
      next.gates().clear();
    }
    next.takeOver(handed);
    next.startLagNanos(Math.min(0, next.startLagNanos()));
  }
}
