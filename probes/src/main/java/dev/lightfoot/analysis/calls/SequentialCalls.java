package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.ValuesSeen;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Calls that need nothing of one another wait for one another. That they are independent is told
/// from what they ask: reads of the database without any value, requests to different hosts without
/// an id. Always inferred. Facts: `longest`, `sum`, `names`.
public final class SequentialCalls implements ServedRule {
  private static final long GAP_NANOS = 5_000_000;
  private static final long LONG_NANOS = 10_000_000;
  private static final long ENOUGH_NANOS = 50_000_000;
  private static final double ENOUGH_SHARE = 0.10;
  private static final int ENOUGH_READS = 3;
  private static final int ENOUGH_HOSTS = 2;

  @Override
  public Rule rule() {
    return Rule.SEQUENTIAL_CALLS;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.tracedCalling()) {
      if (request.calls().size() > 1) {
        verdict.looked();
      }
      if (!areSeveralIndependent(request.calls())) {
        continue;
      }
      Map<Integer, List<Call>> siblings = new LinkedHashMap<>();
      for (Call call : request.calls()) {
        if (call.timed()) {
          siblings.computeIfAbsent(call.parent(), _ -> new ArrayList<>()).add(call);
        }
      }
      for (List<Call> calls : siblings.values()) {
        if (calls.size() > 1) {
          runs(request, calls, traces, verdict);
        }
      }
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static boolean areSeveralIndependent(List<Call> calls) {
    int independent = 0;
    for (Call call : calls) {
      if (isIndependent(call) && ++independent == 2) {
        return true;
      }
    }
    return false;
  }

  /// Goes along the calls of one maker and judges each unbroken run of independent ones.
  private void runs(ServedRequest request, List<Call> calls, ServedTraces traces, Verdict verdict) {
    List<Call> run = new ArrayList<>();
    boolean transaction = false;
    for (Call call : calls) {
      Verb verb = call.text().verb();
      transaction = verb == Verb.BEGIN || (transaction && verb != Verb.END);
      boolean fits = !transaction && isIndependent(call) && !traces.claims().isTaken(call);
      if (!fits || !follows(run, call)) {
        judge(request, run, traces, verdict);
        run.clear();
      }
      if (fits) {
        run.add(call);
      }
    }
    judge(request, run, traces, verdict);
  }

  private static boolean follows(List<Call> run, Call call) {
    if (run.isEmpty()) {
      return true;
    }
    long gap = call.startNanos() - run.getLast().endNanos();
    return gap >= 0 && gap <= GAP_NANOS;
  }

  private static boolean isIndependent(Call call) {
    if (call.nanos() < LONG_NANOS || call.failed() || call.trips() > 1) {
      return false;
    }
    boolean reads = call.text().verb() == Verb.READ;
    if (call.layer() == Layer.DATABASE) {
      return reads && call.text().values() == ValuesSeen.NONE && !call.text().isCut();
    }
    return reads
        && RepeatedCall.isCall(call)
        && !call.text().template().contains("{id}")
        && PagedCalls.query(call).isEmpty();
  }

  private void judge(ServedRequest request, List<Call> run, ServedTraces traces, Verdict verdict) {
    long reads = run.stream().filter(call -> call.layer() == Layer.DATABASE).count();
    long hosts =
        run.stream()
            .filter(call -> call.layer() == Layer.EXTERNAL)
            .map(Call::peer)
            .distinct()
            .count();
    long different = run.stream().map(call -> call.text().template()).distinct().count();
    if ((reads < ENOUGH_READS && hosts < ENOUGH_HOSTS) || different < 2) {
      return;
    }
    long sum = run.stream().mapToLong(Call::nanos).sum();
    long longest = run.stream().mapToLong(Call::nanos).max().orElse(0);
    long spared = sum - longest;
    if (spared < ENOUGH_NANOS || spared < ENOUGH_SHARE * request.wallNanos()) {
      return;
    }
    CallGroup group = new CallGroup(request, run);
    Saving saving =
        Saving.within(Math.max(0, group.pathNanos() - longest), 0, 0, spared / 2, spared);
    String names =
        run.stream()
            .map(call -> call.text().template())
            .distinct()
            .collect(Collectors.joining(" · "));
    List<Fact> facts =
        List.of(Fact.time("longest", longest), Fact.time("sum", sum), Fact.name("names", names));
    verdict.show(Showing.of(group, traces, saving, facts).about(names).inferred());
  }
}
