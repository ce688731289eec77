package dev.lightfoot.analysis.audit;

import dev.lightfoot.analysis.finding.Fact;
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
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// At least five calls of a request to a database whose text is cut or was not recorded: whether
/// one is like another cannot be told. Facts: `cut` and `absent`, how many of each; the variant is
/// the one that there is more of.
public final class StatementTextCut implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.STATEMENT_TEXT_CUT;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule(), Optional.of(Severity.MEDIUM));
    for (ServedRequest request : traces.calling(Layer.DATABASE)) {
      List<Call> blind = new ArrayList<>();
      for (Call call : request.calls()) {
        if (traces.blindness().ofText(call).isPresent()) {
          blind.add(call);
        }
      }
      if (blind.isEmpty()) {
        verdict.looked();
      } else {
        verdict.show(showing(request, blind));
      }
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static Showing showing(ServedRequest request, List<Call> blind) {
    long cut = blind.stream().filter(call -> call.text().isCut()).count();
    long absent = blind.size() - cut;
    return Audit.of(
        request,
        Showing.subject(request, Layer.DATABASE, ""),
        blind.stream().map(Call::span).toList(),
        List.of(
            Fact.word("variant", cut >= absent ? "cut" : "absent"),
            Fact.count("cut", cut),
            Fact.count("absent", absent)));
  }
}
