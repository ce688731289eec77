package dev.lightfoot.analysis.audit;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Span;
import java.util.List;
import java.util.Optional;

/// A part of a trace names a parent that did not come, or there are calls and no request: counts
/// are "at least". A request whose caller is not in the trace is none of that: the caller is a
/// browser, a probe or another company. What is looked at while it comes is still arriving for ten
/// seconds after its last span. Fact: `missing`, how many spans miss theirs.
public final class PartialTrace implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.PARTIAL_TRACE;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule(), Optional.of(Severity.LOW));
    String last = "";
    for (ServedRequest request : traces.requests()) {
      String trace = request.tree().span(0).traceId().orElse("");
      if (!trace.equals(last)) {
        if (traces.blindness().isArriving(request)) {
          verdict.arriving();
        } else if (traces.blindness().isPartial(request)) {
          verdict.show(showing(request, traces.blindness().orphans(request)));
        } else if (Audit.isTraced(request.tree().span(0))) {
          verdict.looked();
        }
      }
      last = trace;
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static Showing showing(ServedRequest request, List<Span> orphans) {
    boolean requestMissing = request.scope() == ServedRequest.Scope.TRACE;
    String variant = requestMissing ? "request" : orphans.isEmpty() ? "torn" : "parent";
    List<Span> evidence =
        orphans.isEmpty() ? request.calls().stream().map(Call::span).toList() : orphans;
    return Audit.of(
        request,
        new FindingSubject(request.service(), request.route(), Optional.empty(), ""),
        evidence,
        List.of(Fact.word("variant", variant), Fact.count("missing", evidence.size())));
  }
}
