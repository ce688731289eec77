package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.SpanKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// How many findings of a rule stand: those that are acknowledged do not count.
final class FindingMeasure {
  private final Snapshot snapshot;
  private final Sifted sifted;
  private final Narrowing narrowing;

  FindingMeasure(Snapshot snapshot, Sifted sifted, Narrowing narrowing) {
    this.snapshot = snapshot;
    this.sifted = sifted;
    this.narrowing = narrowing;
  }

  /// Why the rule's findings cannot be counted; empty where they can.
  Optional<Unmeasurable> unmeasurable(String label) {
    Optional<Rule> rule = Rule.ofLabel(label);
    if (rule.isEmpty()) {
      return Optional.of(Unmeasurable.Known.NO_SUCH_RULE);
    }
    Reason reason = sifted.all().notApplicable().get(rule.get());
    return Optional.ofNullable(reason).map(Unmeasurable.NotApplicable::new);
  }

  /// How many there are.
  ///
  /// @param runs of how many
  Measured measured(String label, int runs) {
    long standing =
        sifted.open().list().stream()
            .filter(finding -> finding.rule().label().equals(label))
            .filter(this::isMeant)
            .count();
    return new Measured(standing, standing, standing, runs, false, OptionalLong.empty());
  }

  private boolean isMeant(Finding finding) {
    String name = finding.subject().route();
    boolean routed =
        narrowing.route().filter(route -> !new Target.OfRule("", route).matches(name)).isEmpty();
    return routed && (narrowing.url().isEmpty() || isAsked(finding));
  }

  /// Whether a request of that URL shows it, or was served by the route that it is about.
  private boolean isAsked(Finding finding) {
    Narrowing url = new Narrowing(Optional.empty(), narrowing.url());
    for (int at = 0; at < snapshot.runs().size(); at++) {
      Run run = snapshot.runs().get(at);
      RequestMatch match = new RequestMatch(run, url);
      for (int i = 0; i < run.exchanges().size(); i++) {
        Exchange exchange = run.exchanges().get(i);
        boolean shows = finding.evidence().contains(new Proof.OfExchange(at, i));
        if (match.matches(exchange) && (shows || serves(run, exchange, finding))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean serves(Run run, Exchange exchange, Finding finding) {
    Set<String> ids = new HashSet<>(exchange.serverSpans());
    return run.spans().stream()
        .filter(span -> span.kind() == SpanKind.SERVER && ids.contains(span.spanId()))
        .anyMatch(span -> RouteName.of(span).equals(finding.subject().route()));
  }
}
