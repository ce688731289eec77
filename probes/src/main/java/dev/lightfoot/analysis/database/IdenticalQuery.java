package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.Question;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.ValuesSeen;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The very same read again, while nothing was written to what it reads. A loop over rows whose
/// values come again is [RepeatedQuery]'s. Fact: `again`, how many are superfluous.
public final class IdenticalQuery implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.IDENTICAL_QUERY;
  }

  /// Runs of one exact statement of which each could have used the first one's answer.
  private static final class Runs {
    final List<List<Call>> complete = new ArrayList<>();
    final Map<List<Object>, Open> open = new HashMap<>();
  }

  /// The run that a further one would join.
  private record Open(int since, List<Call> calls) {}

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling(Layer.DATABASE)) {
      List<Call> open = Queries.open(request, traces, verdict);
      if (comesAgain(open)) {
        judge(request, open, traces, verdict);
      }
    }
    return verdict.answer(traces.without(Layer.DATABASE));
  }

  /// Whether any of these asks exactly what another does.
  private static boolean comesAgain(List<Call> open) {
    Set<String> asked = new HashSet<>();
    for (Call call : open) {
      if (isComparable(call) && !asked.add(call.text().exact())) {
        return true;
      }
    }
    return false;
  }

  private void judge(ServedRequest request, List<Call> open, ServedTraces traces, Verdict verdict) {
    Set<Question> loops = loops(request, open);
    Map<Question, List<List<Call>>> byQuestion = new LinkedHashMap<>();
    for (List<Call> run : runs(request, open, loops)) {
      byQuestion.computeIfAbsent(run.getFirst().question(), _ -> new ArrayList<>()).add(run);
    }
    Set<Call> superfluous = new HashSet<>();
    for (List<List<Call>> runs : byQuestion.values()) {
      List<Call> again = new ArrayList<>();
      runs.forEach(run -> again.addAll(run.subList(1, run.size())));
      CallGroup dropped = new CallGroup(request, again);
      if (dropped.passesSmall() || dropped.isMany()) {
        List<Call> all = new ArrayList<>();
        runs.forEach(all::addAll);
        superfluous.addAll(again);
        verdict.show(showing(new CallGroup(request, all), dropped, superfluous, traces));
        traces.claims().take(rule(), all);
      }
    }
  }

  /// Questions that a loop over rows asks.
  private static Set<Question> loops(ServedRequest request, List<Call> open) {
    Set<Question> loops = new HashSet<>();
    for (CallGroup group : Queries.byTemplate(request, Queries.mayLoop(open))) {
      if (Queries.valuesKnown(group) && Queries.isLoop(group)) {
        loops.add(group.calls().getFirst().question());
      }
    }
    return loops;
  }

  private static List<List<Call>> runs(
      ServedRequest request, List<Call> open, Set<Question> loops) {
    Set<Call> looked = new HashSet<>(open);
    Freshness freshness = new Freshness();
    Runs runs = new Runs();
    List<Call> calls = request.calls();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      if (call.layer() != Layer.DATABASE) {
        continue;
      }
      freshness.note(i, call);
      if (looked.contains(call) && isComparable(call) && !loops.contains(call.question())) {
        join(runs, i, call, freshness);
      }
    }
    runs.open.values().forEach(run -> runs.complete.add(run.calls()));
    runs.complete.removeIf(run -> run.size() < 2);
    return runs.complete;
  }

  private static void join(Runs runs, int number, Call call, Freshness freshness) {
    List<Object> asked = List.of(call.text().exact(), call.peer());
    Open run = runs.open.get(asked);
    if (run != null && freshness.isSame(call, run.since())) {
      run.calls().add(call);
      return;
    }
    if (run != null) {
      runs.complete.add(run.calls());
    }
    List<Call> calls = new ArrayList<>();
    calls.add(call);
    runs.open.put(asked, new Open(number, calls));
  }

  /// Whether its text tells exactly what it asks, and the answer would be the same.
  private static boolean isComparable(Call call) {
    ValuesSeen values = call.text().values();
    return call.text().verb() == Verb.READ
        && (values == ValuesSeen.KNOWN || values == ValuesSeen.NONE)
        && !call.text().isCut()
        && !call.text().isVolatile()
        && !call.text().tables().isEmpty() // a function may do more than answer
        && call.trips() == 1
        && !call.failed();
  }

  /// @param dropped those of the group that bring nothing new
  /// @param superfluous all of the request that bring nothing new
  private static Showing showing(
      CallGroup group, CallGroup dropped, Set<Call> superfluous, ServedTraces traces) {
    long floor = traces.floors().nanos(group.request(), group.calls().getFirst());
    return Showing.of(
        group,
        traces,
        dropped.dropped(floor),
        shown ->
            List.of(
                Fact.count("again", shown.calls().stream().filter(superfluous::contains).count())));
  }
}
