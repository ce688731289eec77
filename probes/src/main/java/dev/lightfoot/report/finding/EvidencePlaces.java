package dev.lightfoot.report.finding;

import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The spans and requests that the evidence of findings names, and no others: of a million spans
/// only those are kept.
public final class EvidencePlaces {
  private final Map<Proof.OfSpan, Span> spans = new HashMap<>();
  private final Set<Proof.OfSpan> named = new HashSet<>();
  private final List<Run> runs;

  private EvidencePlaces(Findings findings, List<Run> runs) {
    this.runs = runs;
    findings.list().stream()
        .flatMap(finding -> finding.evidence().stream())
        .filter(Proof.OfSpan.class::isInstance)
        .map(Proof.OfSpan.class::cast)
        .forEach(named::add);
  }

  /// Those of a snapshot.
  public static EvidencePlaces of(Findings findings, Snapshot snapshot) {
    EvidencePlaces places = new EvidencePlaces(findings, snapshot.runs());
    snapshot.runs().forEach(run -> run.spans().forEach(places::note));
    return places;
  }

  /// Those of what servers recorded.
  public static EvidencePlaces of(Findings findings, ServedSpans spans) {
    EvidencePlaces places = new EvidencePlaces(findings, List.of());
    spans.forEach(places::note);
    return places;
  }

  private void note(Span span) {
    Proof.OfSpan proof = new Proof.OfSpan(span.traceId(), span.spanId());
    if (named.contains(proof)) {
      spans.putIfAbsent(proof, span);
    }
  }

  Optional<Span> span(Proof.OfSpan proof) {
    return Optional.ofNullable(spans.get(proof));
  }

  Optional<Exchange> exchange(Proof.OfExchange proof) {
    if (proof.run() >= runs.size()) {
      return Optional.empty();
    }
    List<Exchange> exchanges = runs.get(proof.run()).exchanges();
    return proof.exchange() < exchanges.size()
        ? Optional.of(exchanges.get(proof.exchange()))
        : Optional.empty();
  }
}
