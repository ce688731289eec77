package dev.lightfoot.analysis.audit;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A service connects to a cache and records no call to it. Facts: `peer`, where it connects to,
/// and `connections`, how many of them were seen.
public final class CacheUnseen implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.CACHE_UNSEEN;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule(), Optional.of(Severity.MEDIUM));
    traces
        .blindness()
        .unseenCaches()
        .forEach(
            (service, hints) -> {
              List<Fact> facts = new ArrayList<>();
              facts.add(Fact.count("connections", hints.size()));
              peer(hints.getFirst()).ifPresent(peer -> facts.add(Fact.name("peer", peer)));
              ServedRequest request = traces.blindness().unseenCacheRequest(service);
              verdict.show(Audit.ofService(request, Optional.of(Layer.CACHE), hints, facts));
            });
    if (traces.requests().stream().anyMatch(CacheUnseen::tells)) {
      verdict.looked();
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  /// Whether it records calls to a cache, or the connections that would betray one.
  private static boolean tells(ServedRequest request) {
    for (int i = 0; i < request.size(); i++) {
      switch (request.tree().span(request.position(i)).layer()) {
        case CACHE, TCP, TLS -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static Optional<String> peer(Span span) {
    String port =
        span.attributes()
            .get(AttributeNames.SERVER_PORT)
            .or(() -> span.attributes().get(AttributeNames.PEER_PORT))
            .map(number -> ":" + number)
            .orElse("");
    return span.attributes()
        .get(AttributeNames.SERVER_ADDRESS)
        .or(() -> span.attributes().get("peer.service"))
        .or(() -> span.attributes().get(AttributeNames.PEER_ADDRESS))
        .map(host -> host + port);
  }
}
