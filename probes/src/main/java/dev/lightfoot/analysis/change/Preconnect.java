package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.analysis.page.PathCause;
import dev.lightfoot.analysis.replay.Edge;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import java.util.List;
import java.util.Optional;

/// The document's head lets a connection be made before the first request needs it.
public record Preconnect(String text, String host) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.PRECONNECT;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    Optional<Document> document = Document.of(graph);
    if (document.isEmpty()) {
      return false;
    }
    Optional<Job> first =
        opening(graph, document.get()).stream()
            .filter(job -> Targets.isHost(host, job.facts().url()))
            .findFirst();
    if (first.isEmpty()) {
      return false;
    }
    Job job = first.get();
    long setUp =
        job.segments().stream()
            .filter(each -> Job.isSetUp(each.phase()))
            .mapToLong(Segment::nanos)
            .sum();
    long own = document.get().ownNanos(graph);
    job.withoutSetUp();
    job.gates()
        .add(
            new Edge(
                document.get().job(),
                document.get().headNanos(),
                PathCause.CONNECTION_SETUP,
                own + setUp));
    return true;
  }

  /// Those that opened a connection to another host later than the document's head was there.
  private static List<Job> opening(ReplayGraph graph, Document document) {
    String own = PageHosts.origin(document.job().facts().url());
    return graph.jobs().stream()
        .filter(Job::opens)
        .filter(job -> job.exchange() > document.job().exchange())
        .filter(job -> !PageHosts.origin(job.facts().url()).equals(own))
        .filter(job -> begun(job) > document.headNanos() + Document.SOON_NANOS)
        .toList();
  }

  private static long begun(Job job) {
    return job.facts().startNanos();
  }

  /// A run without the host does not show it.
  @Override
  public Optional<Boolean> isMade(ReplayGraph later) {
    boolean asked = later.jobs().stream().anyMatch(job -> Targets.isHost(host, job.facts().url()));
    return asked ? Change.super.isMade(later) : Optional.empty();
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    return Document.of(graph)
        .map(
            document ->
                opening(graph, document).stream()
                    .map(job -> PageHosts.of(job.facts().url()))
                    .distinct()
                    .toList())
        .orElse(List.of());
  }
}
