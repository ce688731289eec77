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

  /// Reads how much is missing of a span.
  private static final class Loss {
    /// The last whose names say nothing: those of a kind of spans have all the same names.
    private Attributes silent = Attributes.NONE;

    /// What the span lost of itself counts where its text is looked at.
    long of(Span span, boolean lookedAt) {
      Attributes attributes = span.attributes();
      if (attributes.hasNamesOf(silent)) {
        return 0;
      }
      long sum = 0;
      boolean any = false;
      for (int i = 0; i < attributes.size(); i++) {
        String name = attributes.name(i);
        boolean ofItself = name.startsWith(PARTS);
        boolean says = OF_SPANS.contains(name) || name.startsWith(STATISTICS);
        any |= says || ofItself;
        if (says || (lookedAt && ofItself)) {
          sum += attributes.number(name).orElse(name.startsWith(STATISTICS) ? 1 : 0);
        }
      }
      silent = any ? silent : attributes;
      return sum;
    }
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule(), Optional.of(Severity.LOW));
    Loss loss = new Loss();
    for (ServedRequest request : traces.requests()) {
      if (request.span().filter(Audit::isTraced).isPresent()) {
        judge(request, loss, verdict);
      }
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void judge(ServedRequest request, Loss loss, Verdict verdict) {
    long dropped = 0;
    List<Span> evidence = new ArrayList<>();
    for (int i = 0; i < request.size(); i++) {
      int position = request.position(i);
      Span span = request.tree().span(position);
      long here = loss.of(span, position == request.root() || isCall(request, position));
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
}
