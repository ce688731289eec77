package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.PeerFloor;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.CacheCommand;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Nearly every request fetches the same small value. Inferred where no record says that the cache
/// had it each time, and where the key's name is hidden: then it is one for all only if requests of
/// several routes ask for it. Facts: `key`, `keyShare` of the requests of the service.
public final class SameKeyEveryRequest implements ServedRule {
  private static final int ENOUGH_REQUESTS = 5;
  private static final double NEARLY_ALL = 0.8;
  private static final long SMALL_BYTES = 100_000;
  private static final long FAR_NANOS = 1_500_000;

  @Override
  public Rule rule() {
    return Rule.SAME_KEY_EVERY_REQUEST;
  }

  /// One key of one service.
  private static final class Key {
    final String name;
    final Map<ServedRequest, List<Call>> reads = new LinkedHashMap<>();
    boolean fails;
    boolean told = true;

    Key(String name) {
      this.name = name;
    }

    /// Whether its name, or who asks for it, tells that it is nobody's own.
    boolean isForAll() {
      return !CacheKey.isHidden(name)
          || reads.keySet().stream().map(ServedRequest::route).distinct().count() > 1;
    }

    void read(ServedRequest request, Call call) {
      reads.computeIfAbsent(request, _ -> new ArrayList<>()).add(call);
      Optional<Boolean> hit = call.text().command().flatMap(CacheCommand::hit);
      told &= hit.isPresent();
      fails |= hit.filter(found -> !found).isPresent() || size(call) > SMALL_BYTES;
    }

    private static long size(Call call) {
      return call.span().attributes().number("cache.item_size").orElse(0);
    }
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    if (traces.tracedCalling(Layer.CACHE).isEmpty()) {
      return verdict.answer(traces.withoutTraced(Layer.CACHE));
    }
    Map<String, Integer> requests = new HashMap<>();
    Map<List<String>, Key> keys = new LinkedHashMap<>();
    boolean any = false;
    boolean named = false;
    for (ServedRequest request : traces.traced()) {
      any |= !CacheCalls.gets(request, traces, verdict).isEmpty();
      requests.merge(request.service(), 1, Integer::sum);
      requests.merge(process(request), 1, Integer::sum);
      named |= collect(request, traces, keys);
    }
    named |= keys.values().stream().anyMatch(Key::isForAll);
    boolean enough = requests.values().stream().anyMatch(count -> count >= ENOUGH_REQUESTS);
    if (named && enough) {
      verdict.looked();
    }
    keys.forEach((id, key) -> judge(key, requests.getOrDefault(id.getFirst(), 0), traces, verdict));
    return verdict.answer(
        !any
            ? traces.withoutTraced(Layer.CACHE)
            : named ? Reason.Kind.TOO_FEW : Reason.Kind.NOT_RECORDED);
  }

  /// A hash is another one in each process.
  private static String process(ServedRequest request) {
    return request.service()
        + '\n'
        + request
            .span()
            .flatMap(span -> span.attributes().get(AttributeNames.PROCESS_ID))
            .orElse("");
  }

  /// Whether the name of any key is recorded.
  private static boolean collect(
      ServedRequest request, ServedTraces traces, Map<List<String>, Key> into) {
    boolean named = false;
    for (Call call : request.calls()) {
      Optional<String> name = CacheCalls.key(call);
      if (call.layer() != Layer.CACHE || name.isEmpty()) {
        continue;
      }
      boolean hidden = CacheKey.isHidden(name.get());
      named |= !hidden;
      if (hidden || !CacheKey.hasId(name.get())) {
        List<String> id = List.of(hidden ? process(request) : request.service(), name.get());
        Key key = into.computeIfAbsent(id, _ -> new Key(name.get()));
        if (!CacheCalls.isGet(call)) {
          key.fails = true;
        } else if (!traces.claims().isTaken(call)) {
          key.read(request, call);
        }
      }
    }
    return named;
  }

  private void judge(Key key, int requests, ServedTraces traces, Verdict verdict) {
    boolean each =
        requests >= ENOUGH_REQUESTS && key.reads.size() >= Math.max(1, NEARLY_ALL * requests);
    if (!each || key.fails || !key.isForAll()) {
      return;
    }
    for (Map.Entry<ServedRequest, List<Call>> entry : key.reads.entrySet()) {
      CallGroup group = new CallGroup(entry.getKey(), entry.getValue());
      Optional<PeerFloor> floor = traces.floors().of(group.request(), group.calls().getFirst());
      boolean far =
          floor.filter(PeerFloor::isDistance).filter(f -> f.nanos() > FAR_NANOS).isPresent();
      if (group.passesSmall() || far) {
        verdict.show(showing(group, key, requests, traces));
        traces.claims().take(rule(), group.calls());
      }
    }
  }

  private static Showing showing(CallGroup group, Key key, int requests, ServedTraces traces) {
    long floor = traces.floors().nanos(group.request(), group.calls().getFirst());
    List<Fact> facts =
        List.of(
            Fact.name("key", key.name),
            Fact.count("requests", key.reads.size()),
            Fact.share("keyShare", (double) key.reads.size() / requests));
    Showing showing = Showing.of(group, traces, group.dropped(floor), facts);
    if (CacheKey.isHidden(key.name)) {
      return showing.inferred(); // a hash differs from process to process: no name for a finding
    }
    return key.told ? showing.about(key.name) : showing.about(key.name).inferred();
  }
}
