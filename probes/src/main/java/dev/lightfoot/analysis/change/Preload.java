package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.model.Phase;
import java.util.List;
import java.util.Optional;

/// The document's head asks for a resource that was found only later.
///
/// @param url the resource's, or its path
public record Preload(String text, String url) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.PRELOAD;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    Optional<Document> document = Document.of(graph);
    if (document.isEmpty()) {
      return false;
    }
    long head = document.get().headNanos();
    long own = document.get().ownNanos(graph);
    boolean found = false;
    for (Job job : late(graph, document.get())) {
      if (Targets.isUrl(Optional.of(url), job.facts().url())) {
        found = true;
        job.startAfter(document.get().job(), head, own);
        job.segment(Phase.WAIT).ifPresent(Segment::ahead);
      }
    }
    return found;
  }

  /// Those that something other than the document named, after its head was there.
  private static List<Job> late(ReplayGraph graph, Document document) {
    return graph.jobs().stream()
        .filter(job -> job.exchange() > document.job().exchange())
        .filter(job -> !document.names(job) && !Document.isAhead(job))
        .filter(job -> job.facts().startNanos() > document.headNanos())
        .toList();
  }

  /// A run without the resource does not show it.
  @Override
  public Optional<Boolean> isMade(ReplayGraph later) {
    boolean asked =
        later.jobs().stream().anyMatch(job -> Targets.isUrl(Optional.of(url), job.facts().url()));
    return asked ? Change.super.isMade(later) : Optional.empty();
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    return Document.of(graph)
        .map(document -> late(graph, document).stream().map(job -> job.facts().url()).toList())
        .orElse(List.of());
  }
}
