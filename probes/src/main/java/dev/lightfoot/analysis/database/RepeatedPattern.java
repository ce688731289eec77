package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallFacts;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.Question;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A group of two to eight statements for one row after another, calls to a cache among them.
/// Facts: `rounds`, how often the group comes, and `members`, how many calls one round has.
public final class RepeatedPattern implements ServedRule {
  private static final int ENOUGH = 6;
  private static final int ENOUGH_VALUES = 3;

  @Override
  public Rule rule() {
    return Rule.REPEATED_PATTERN;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling()) {
      List<Call> calls = new ArrayList<>();
      for (Call call : request.calls()) {
        boolean store = call.layer() == Layer.DATABASE || call.layer() == Layer.CACHE;
        if (store && Queries.mayLookAt(call, traces, verdict) && Queries.mayLoop(call)) {
          calls.add(call);
        }
      }
      if (calls.size() >= ENOUGH) {
        judge(request, calls, traces, verdict);
      }
    }
    return verdict.answer(traces.without(Layer.DATABASE));
  }

  private void judge(
      ServedRequest request, List<Call> calls, ServedTraces traces, Verdict verdict) {
    for (Rounds.Repeated repeated : Rounds.of(calls)) {
      CallGroup group = new CallGroup(request, repeated.calls());
      boolean queries = group.calls().stream().anyMatch(call -> call.layer() == Layer.DATABASE);
      boolean enough = group.trips() >= ENOUGH && (group.isMany() || group.passesLarge());
      // one statement to each of several databases in turn is a loop over each of them
      boolean several =
          repeated.questions().stream().map(Question::template).distinct().count() > 1;
      if (queries && several && enough && varies(group)) {
        verdict.show(showing(group, repeated, traces));
        traces.claims().take(rule(), group.calls());
      }
    }
  }

  /// Whether at least one member comes with different values, as far as these are known.
  private static boolean varies(CallGroup group) {
    return !Queries.valuesKnown(group)
        || Queries.byTemplate(group.request(), group.calls()).stream()
            .anyMatch(member -> Queries.values(member) >= ENOUGH_VALUES);
  }

  private static Showing showing(CallGroup group, Rounds.Repeated repeated, ServedTraces traces) {
    int members = (int) group.calls().stream().map(Call::question).distinct().count();
    Call query =
        group.calls().stream()
            .filter(call -> call.layer() == Layer.DATABASE)
            .findFirst()
            .orElseThrow();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.count("rounds", repeated.rounds()));
    facts.add(Fact.count("members", group.calls().size() / repeated.rounds()));
    boolean known = Queries.valuesKnown(group);
    return new Showing(
        group.request(),
        Showing.subject(
            group.request(),
            Layer.DATABASE,
            repeated.questions().stream()
                .map(Question::template)
                .collect(Collectors.joining("; "))),
        group.trips(),
        Optional.of(saving(group, members, traces.floors().nanos(group.request(), query))),
        known ? traces.grade(group.request()) : Evidence.INFERRED,
        group.calls().stream().map(Call::span).toList(),
        CallFacts.of(group, traces, facts));
  }

  /// Of each member one call is left.
  private static Saving saving(CallGroup group, int members, long floorNanos) {
    long time = group.pathNanos();
    long floor = Math.min(floorNanos, group.medianNanos());
    int chain = group.pathTrips();
    return Saving.within(
        time,
        group.trips() - members,
        (chain - (long) members) * floor,
        time - (members * floor + chain * (group.medianNanos() - floor) / 2),
        time - members * floor);
  }
}
