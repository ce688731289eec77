package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.stack.Peers;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes through the calls of one request in the order of their start and finds out what came of
/// each get.
final class Lookups {
  private final ServedRequest request;
  private final List<Lookup> lookups = new ArrayList<>();
  private final List<Call> reads = new ArrayList<>();

  /// By key, or by machine where the key is not known: those whose answer may still be stored.
  private final Map<Object, List<Open>> open = new HashMap<>();

  private final Map<Integer, Lookup> lastOfParent = new HashMap<>();

  /// A get, and how many reads of the database came before it.
  private record Open(Lookup lookup, int reads) {}

  private Lookups(ServedRequest request) {
    this.request = request;
  }

  static List<Lookup> of(ServedRequest request) {
    Lookups lookups = new Lookups(request);
    request.calls().forEach(lookups::take);
    return lookups.lookups;
  }

  /// All of all requests, those together that look for the same at the same machine, in the same
  /// service.
  static Collection<List<Lookup>> byWhat(ServedTraces traces) {
    return traces.made(ByWhat.class, ByWhat::of).groups().values();
  }

  /// Those together that look for the same.
  private record ByWhat(Map<List<Object>, List<Lookup>> groups) {
    static ByWhat of(ServedTraces traces) {
      return new ByWhat(grouped(traces));
    }
  }

  private static Map<List<Object>, List<Lookup>> grouped(ServedTraces traces) {
    Map<List<Object>, List<Lookup>> groups = new LinkedHashMap<>();
    for (ServedRequest request : traces.tracedCalling(Layer.CACHE)) {
      for (Lookup lookup : of(request)) {
        groups
            .computeIfAbsent(
                List.of(request.service(), lookup.what(), lookup.get().peer()),
                _ -> new ArrayList<>())
            .add(lookup);
      }
    }
    return groups;
  }

  private void take(Call call) {
    if (CacheCalls.isGet(call) && call.trips() == 1) {
      Lookup lookup = new Lookup(request, call);
      lookups.add(lookup);
      lastOfParent.put(call.parent(), lookup);
      open.computeIfAbsent(id(call), _ -> new ArrayList<>()).add(new Open(lookup, reads.size()));
    } else if (CacheCalls.isSet(call)) {
      store(call);
    } else if (call.layer() == Layer.DATABASE && call.text().verb() == Verb.READ) {
      reads.add(call);
      Lookup last = lastOfParent.get(call.parent());
      if (last != null && call.startNanos() >= last.get().startNanos() + last.get().nanos() / 2) {
        last.asks(call);
      }
    }
  }

  private void store(Call set) {
    List<Open> waiting = open.get(id(set));
    if (waiting == null || waiting.isEmpty()) {
      return;
    }
    Open last = waiting.removeLast();
    last.lookup.stores(set, reads.subList(last.reads, reads.size()));
  }

  private static Object id(Call call) {
    Optional<String> key = CacheCalls.key(call);
    return key.isPresent() ? key.get() : Peers.of(call.span());
  }
}
