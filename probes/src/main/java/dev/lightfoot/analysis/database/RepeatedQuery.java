package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import java.util.List;
import java.util.Locale;

/// The same statement for one row after another: reads and writes. Five are enough where they take
/// time, twenty always. Facts: `values`, with how many different values, where these are known; the
/// variant is `read`, `write`, or `unknown` for either where values are hidden.
public final class RepeatedQuery implements ServedRule {
  private static final long POLL_NANOS = 100_000_000;

  @Override
  public Rule rule() {
    return Rule.REPEATED_QUERY;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling(Layer.DATABASE)) {
      List<Call> calls = Queries.open(request, traces, verdict);
      for (CallGroup group : Queries.byTemplate(request, Queries.mayLoop(calls))) {
        if (Queries.isLoop(group) && !isPolling(group)) {
          verdict.show(showing(group, traces));
          traces.claims().take(rule(), group.calls());
        }
      }
    }
    return verdict.answer(traces.without(Layer.DATABASE));
  }

  static Showing showing(CallGroup group, ServedTraces traces) {
    Call first = group.calls().getFirst();
    long floor = traces.floors().nanos(group.request(), first);
    Showing showing = Showing.of(group, traces, group.merged(floor), RepeatedQuery::facts);
    return Queries.valuesKnown(group) ? showing : showing.inferred();
  }

  private static List<Fact> facts(CallGroup group) {
    boolean write = group.calls().getFirst().text().verb() == Verb.WRITE;
    return Queries.valuesKnown(group)
        ? List.of(
            Fact.word("variant", write ? "write" : "read"),
            Fact.count("values", Queries.values(group)))
        : List.of(Fact.word("variant", "unknown"));
  }

  /// A worker that asks a table of jobs for the next one, time and again.
  private static boolean isPolling(CallGroup group) {
    Call first = group.calls().getFirst();
    if (first.text().template().toUpperCase(Locale.ROOT).contains("SKIP LOCKED")) {
      return true;
    }
    boolean consumer =
        group.request().span().filter(span -> span.kind() == SpanKind.CONSUMER).isPresent();
    long span = group.calls().getLast().startNanos() - first.startNanos();
    return consumer && span >= POLL_NANOS * (group.calls().size() - 1);
  }
}
