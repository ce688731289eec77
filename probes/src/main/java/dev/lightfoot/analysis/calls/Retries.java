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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Failed attempts that are made again, and the pauses before the next one. Facts: `failed`,
/// `failedTime`, `pauses`; where attempts ended at a known limit `limit`, and the variant is
/// `timeout`, else `failed`.
public final class Retries implements ServedRule {
  private static final Comparator<Call> BY_START =
      Comparator.comparingLong(Call::startNanos).thenComparingInt(Call::number);

  @Override
  public Rule rule() {
    return Rule.RETRIES;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling()) {
      if (!request.calls().isEmpty()) {
        verdict.looked();
      }
      if (request.calls().stream().noneMatch(Attempt::isTrouble)) {
        continue;
      }
      Map<List<Object>, List<Call>> alike = new LinkedHashMap<>();
      for (Call call : request.calls()) {
        if (call.timed()) {
          alike.computeIfAbsent(Attempt.alike(call), _ -> new ArrayList<>()).add(call);
        }
      }
      Map<List<Object>, List<List<Call>>> found = new LinkedHashMap<>();
      for (List<Call> calls : alike.values()) {
        for (List<Call> run : runs(calls)) {
          Call first = run.getFirst();
          found
              .computeIfAbsent(
                  List.of(first.text().template(), first.peer()), _ -> new ArrayList<>())
              .add(run);
        }
      }
      found.values().forEach(runs -> judge(request, runs, traces, verdict));
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  /// Failed attempts in a row, each with the attempt that ended it.
  private static List<List<Call>> runs(List<Call> calls) {
    List<List<Call>> runs = new ArrayList<>();
    List<Call> run = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      if (!run.isEmpty() && call.startNanos() < run.getLast().endNanos()) {
        continue; // it ran beside the attempt, and was no answer to its failure
      }
      run.add(call);
      boolean again = i + 1 < calls.size() && Attempt.isAgain(calls.get(i + 1), call);
      if (!Attempt.hasFailed(call) && !again) {
        add(run, runs);
        run = new ArrayList<>();
      }
    }
    add(run, runs);
    return runs;
  }

  private static void add(List<Call> run, List<List<Call>> runs) {
    if (run.size() > 1 && !(Attempt.isConflict(run.getFirst()) && run.size() == 2)) {
      runs.add(run);
    }
  }

  private void judge(
      ServedRequest request, List<List<Call>> runs, ServedTraces traces, Verdict verdict) {
    List<Call> failed = new ArrayList<>();
    List<Call> all = new ArrayList<>();
    long pauses = 0;
    long pathPauses = 0;
    for (List<Call> run : runs) {
      for (int i = 0; i + 1 < run.size(); i++) {
        long pause = pause(request, run.get(i), run.get(i + 1));
        pauses += pause;
        pathPauses += run.get(i).pathNanos() > 0 ? pause : 0;
        failed.add(run.get(i));
      }
      all.addAll(run);
    }
    all.sort(BY_START);
    failed.sort(BY_START);
    CallGroup group = new CallGroup(request, failed);
    long lost = group.nanos() + pauses;
    if (!CallGroup.passesLarge(lost, request)) {
      return;
    }
    long path = group.pathNanos() + pathPauses;
    Saving saving = Saving.within(path, group.trips(), group.pathNanos(), path, path);
    List<Fact> facts = facts(group, pauses);
    boolean sure = all.stream().allMatch(Attempt::isTold);
    Showing showing = Showing.of(group, traces, saving, facts).by(all);
    verdict.show(sure ? showing : showing.inferred());
    traces.claims().take(rule(), all);
  }

  /// The time between two attempts in which the request waited for no other call.
  private static long pause(ServedRequest request, Call failed, Call next) {
    long reached = failed.endNanos();
    long pause = 0;
    for (Call call : request.calls()) {
      boolean other = call.timed() && call.position() != failed.parent();
      if (other && call.endNanos() > reached) {
        long until = Math.min(call.startNanos(), next.startNanos());
        pause += Math.max(0, until - reached);
        reached = call.endNanos();
      }
    }
    return pause;
  }

  private static List<Fact> facts(CallGroup group, long pauses) {
    List<Fact> facts = new ArrayList<>();
    OptionalLong limit = Attempt.limit(group.calls());
    facts.add(Fact.word("variant", limit.isPresent() ? "timeout" : "failed"));
    limit.ifPresent(nanos -> facts.add(Fact.time("limit", nanos)));
    facts.add(Fact.count("failed", group.trips()));
    facts.add(Fact.time("failedTime", group.nanos()));
    facts.add(Fact.time("pauses", pauses));
    return facts;
  }
}
