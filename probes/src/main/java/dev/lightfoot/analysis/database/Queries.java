package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.Question;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.ValuesSeen;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A request's calls to databases, as the rules look at them.
final class Queries {
  private static final int ENOUGH = 5;
  private static final int ENOUGH_VALUES = 3;

  private Queries() {}

  /// Those that may be looked at: not kept by another rule, and with a text that tells.
  static List<Call> open(ServedRequest request, ServedTraces traces, Verdict verdict) {
    List<Call> open = new ArrayList<>();
    for (Call call : request.calls()) {
      if (call.layer() == Layer.DATABASE && mayLookAt(call, traces, verdict)) {
        open.add(call);
      }
    }
    return open;
  }

  static boolean mayLookAt(Call call, ServedTraces traces, Verdict verdict) {
    if (traces.claims().isTaken(call)) {
      verdict.taken();
      return false;
    }
    Optional<Rule> blinded = traces.blindness().ofText(call);
    if (blinded.isPresent()) {
      verdict.blinded(blinded.get());
      return false;
    }
    verdict.looked();
    return true;
  }

  /// These by template and database, those alone left out.
  static List<CallGroup> byTemplate(ServedRequest request, List<Call> calls) {
    Map<Question, List<Call>> groups = new LinkedHashMap<>();
    for (Call call : calls) {
      groups.computeIfAbsent(call.question(), _ -> new ArrayList<>(1)).add(call);
    }
    List<CallGroup> several = new ArrayList<>();
    for (List<Call> group : groups.values()) {
      if (group.size() > 1 || group.getFirst().trips() > 1) {
        several.add(new CallGroup(request, group));
      }
    }
    return several;
  }

  /// Whether a call is one of a loop's as far as itself tells: what travels together is none, nor
  /// is a page of an answer, nor a word of a transaction.
  static boolean mayLoop(Call call) {
    return !call.isBatch() && !call.text().isPage() && !call.text().verb().isOverhead();
  }

  /// Those of these that are.
  static List<Call> mayLoop(List<Call> calls) {
    List<Call> may = new ArrayList<>(calls.size());
    for (Call call : calls) {
      if (mayLoop(call)) {
        may.add(call);
      }
    }
    return may;
  }

  /// Whether so many calls of one template are a loop over rows: enough of them or of their time,
  /// and with different values, as far as these are known, of reads and of writes.
  static boolean isLoop(CallGroup group) {
    return group.trips() >= ENOUGH
        && (group.isMany() || group.passesLarge())
        && (!valuesKnown(group) || values(group) >= ENOUGH_VALUES);
  }

  /// Whether the records tell the values of all.
  static boolean valuesKnown(CallGroup group) {
    for (Call call : group.calls()) {
      ValuesSeen seen = call.text().values();
      if (call.trips() > 1 || (seen != ValuesSeen.KNOWN && seen != ValuesSeen.NONE)) {
        return false;
      }
    }
    return true;
  }

  /// With how many different values they were made.
  static int values(CallGroup group) {
    Set<String> values = new HashSet<>();
    for (Call call : group.calls()) {
      values.add(call.text().exact());
    }
    return values.size();
  }
}
