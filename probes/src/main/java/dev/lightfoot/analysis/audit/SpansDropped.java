package dev.lightfoot.analysis.audit;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.SpanPart;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A recorder says that it threw spans or parts of them away, or stopped at a limit of its own:
/// counts are "at least". Fact: `dropped`, how much of that is known; the variant is `limit` where
/// only the number of spans tells.
public final class SpansDropped implements ServedRule {
  private static final Set<String> OF_SPANS =
      Set.of(
          "span_count.dropped",
          "lightfoot.dropped",
          "lightfoot.dropped_spans",
          "lightfoot.dropped_requests");
  private static final String STATISTICS = "dropped_spans_stats";
  private static final String PARTS = "otel.dropped_";

  /// Numbers at which agents stop recording a request.
  private static final Set<Integer> LIMITS = Set.of(500, 1000, 1024);

  @Override
  public Rule rule() {
    return Rule.SPANS_DROPPED;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule(), Optional.of(Severity.LOW));
    for (ServedRequest request : traces.requests()) {
      if (request.span().filter(Audit::isTraced).isPresent()) {
        judge(request, verdict);
      }
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void judge(ServedRequest request, Verdict verdict) {
    long dropped = 0;
    List<Span> evidence = new ArrayList<>();
    for (int i = 0; i < request.size(); i++) {
      int position = request.position(i);
      Span span = request.tree().span(position);
      long here = dropped(span, position == request.root() || isCall(request, position));
      if (here > 0) {
        dropped += here;
        evidence.add(span);
      }
    }
    boolean limited = LIMITS.contains(request.size());
    if (limited && evidence.isEmpty()) {
      request.span().ifPresent(evidence::add);
    }
    if (evidence.isEmpty()) {
      verdict.looked();
      return;
    }
    verdict.show(
        Audit.of(
            request,
            new FindingSubject(request.service(), request.route(), Optional.empty(), ""),
            evidence,
            List.of(
                Fact.word("variant", dropped > 0 ? "known" : "limit"),
                Fact.count("dropped", dropped),
                Fact.count("spans", request.size()))));
  }

  private static boolean isCall(ServedRequest request, int position) {
    return request.part(position) == SpanPart.CALL;
  }

  /// How much is missing of that span; what it lost of itself counts where its text is looked at.
  private static long dropped(Span span, boolean lookedAt) {
    Attributes attributes = span.attributes();
    long sum = 0;
    for (int i = 0; i < attributes.size(); i++) {
      String name = attributes.name(i);
      boolean says =
          OF_SPANS.contains(name)
              || name.startsWith(STATISTICS)
              || (lookedAt && name.startsWith(PARTS));
      if (says) {
        sum += attributes.number(name).orElse(name.startsWith(STATISTICS) ? 1 : 0);
      }
    }
    return sum;
  }
}
