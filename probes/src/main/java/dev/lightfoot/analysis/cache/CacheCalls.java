package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.Question;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.CacheCommand;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which calls of a request are gets and sets.
final class CacheCalls {
  private CacheCalls() {}

  /// A get for one key: not what asks for many at once.
  static boolean isGet(Call call) {
    return call.layer() == Layer.CACHE && call.text().verb() == Verb.READ && !call.isBatch();
  }

  /// What stores one value, not what removes it.
  static boolean isSet(Call call) {
    return call.layer() == Layer.CACHE
        && call.text().verb() == Verb.WRITE
        && call.text().command().filter(CacheCalls::stores).isPresent();
  }

  private static boolean stores(CacheCommand command) {
    String name = command.name();
    return name.contains("SET")
        || name.contains("ADD")
        || name.startsWith("WRITE")
        || name.startsWith("PUT")
        || name.startsWith("STORE")
        || name.equals("MS");
  }

  static Optional<String> key(Call call) {
    return call.text().command().flatMap(CacheCommand::key);
  }

  /// The gets of a request that no rule keeps yet. Tells the verdict what there was to look at.
  static List<Call> gets(ServedRequest request, ServedTraces traces, Verdict verdict) {
    List<Call> gets = new ArrayList<>();
    boolean any = false;
    for (Call call : request.calls()) {
      any |= call.layer() == Layer.CACHE;
      if (isGet(call)) {
        if (traces.claims().isTaken(call)) {
          verdict.taken();
        } else {
          gets.add(call);
        }
      }
    }
    Optional<Rule> unseen = any ? Optional.empty() : traces.blindness().ofCache(request.service());
    unseen.ifPresent(verdict::blinded);
    return gets;
  }

  /// Whether it reads from a cache at all, one value or many, and no rule keeps that yet.
  static boolean reads(ServedRequest request, ServedTraces traces) {
    return request.calls().stream()
        .anyMatch(
            call ->
                call.layer() == Layer.CACHE
                    && call.text().verb() == Verb.READ
                    && !traces.claims().isTaken(call));
  }

  /// Those of one operation to one machine together.
  static List<CallGroup> byOperation(ServedRequest request, List<Call> calls) {
    Map<Question, List<Call>> groups = new LinkedHashMap<>();
    for (Call call : calls) {
      groups.computeIfAbsent(call.question(), _ -> new ArrayList<>()).add(call);
    }
    return groups.values().stream().map(group -> new CallGroup(request, group)).toList();
  }

  /// Whether their time passes the gate of caches, or their number does.
  static boolean costs(CallGroup group) {
    return group.passesSmall() || group.isMany();
  }
}
