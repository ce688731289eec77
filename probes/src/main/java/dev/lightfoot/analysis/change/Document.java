package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The document of a page, and what it names.
///
/// @param job its exchange
record Document(Job job) {
  /// What passes between a byte that names a resource and the request for it, where the page shows
  /// none.
  private static final long OWN_NANOS = 1_000_000;

  /// What begins so soon after the head cannot begin much sooner.
  static final long SOON_NANOS = 2_000_000;

  static Optional<Document> of(ReplayGraph graph) {
    return graph.observed().page().isEmpty()
        ? Optional.empty()
        : graph.document().map(Document::new);
  }

  /// When its head was there.
  long headNanos() {
    return job.facts()
        .marks()
        .bodyFirstByteNanos()
        .orElse(job.facts().marks().finalFirstByteNanos().orElse(job.facts().endNanos()));
  }

  /// The least own time between bytes of the document and a request that they led to.
  long ownNanos(ReplayGraph graph) {
    return graph.jobs().stream()
        .filter(this::names)
        .mapToLong(Job::startLagNanos)
        .filter(nanos -> nanos >= 0)
        .min()
        .orElse(OWN_NANOS);
  }

  /// Whether the document names it.
  boolean names(Job other) {
    return other != job
        && other
            .facts()
            .initiator()
            .map(Initiator::exchange)
            .equals(Optional.of(OptionalInt.of(job.exchange())));
  }

  /// Those of its resources that a head names: styles, scripts and fonts.
  List<Job> early(ReplayGraph graph) {
    return graph.jobs().stream().filter(this::names).filter(Document::isOfHead).toList();
  }

  private static boolean isOfHead(Job job) {
    return job.facts()
        .resource()
        .type()
        .filter(
            type ->
                type == ResourceType.STYLESHEET
                    || type == ResourceType.SCRIPT
                    || type == ResourceType.FONT)
        .isPresent();
  }

  /// Whether a page's exchange was named before the document's own bytes were read.
  static boolean isAhead(Job job) {
    return job.facts()
        .initiator()
        .map(Initiator::type)
        .filter(type -> type == Initiator.Type.LINK_HEADER || type == Initiator.Type.EARLY_HINTS)
        .isPresent();
  }
}
