package dev.lightfoot.analysis.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Bounds clocks against each other by causality: what happens within something else begins no
/// earlier and ends no later. Each such nesting of two clocks is a pair of difference constraints;
/// chains of them are followed by shortest paths (Bellman-Ford), and a negative cycle is a
/// contradiction. Timestamps are compared, never changed.
///
/// A server looks at its clock again only when its thread runs again, and its answer has just woken
/// the thread that waited for it. On a busy machine one of the two waits for a turn, until the next
/// tick of the kernel (4 ms, Linux's CONFIG_HZ=250) for each thread that runs before it. Such an
/// end is late, but no contradiction; clocks that are set leap by more (ntpd slews up to 128 ms).
public final class ClockBounds {
  /// The client's own clock, against which all others are bounded.
  public static final String CLIENT = "";

  private static final long NONE = Long.MAX_VALUE;

  /// What a server may still do after it handed the last byte over and before it looks at its
  /// clock, while its thread runs on.
  static final long AFTERWORK_NANOS = 1_000_000;

  /// How old the time can be that a server takes for its start: event loops (nginx) read the clock
  /// once for all that they do in a turn.
  private static final long STALE_NANOS = 1_000_000;

  /// How late an answer's server may look at its clock at most: after four ticks.
  public static final long LATEST_NANOS = 16_000_000;

  private final Map<String, Integer> clocks = new LinkedHashMap<>(Map.of(CLIENT, 0));
  private final Map<Pair, Long> most = new HashMap<>();
  private final Map<Pair, Long> answered = new HashMap<>();
  private final Map<String, Set<Object>> requests = new TreeMap<>();

  private record Pair(int from, int to) {}

  /// Something on one clock that lies within something on another one.
  ///
  /// @param slackNanos how far the stamps themselves can be wrong, both together
  void within(Stamped outer, Stamped inner, long slackNanos) {
    atMost(outer.clock(), inner.clock(), inner.startNanos() - outer.startNanos() + slackNanos);
    atMost(inner.clock(), outer.clock(), outer.endNanos() - inner.endNanos() + slackNanos);
  }

  /// Something that answers what it lies within, and may end after the answer: its end is believed
  /// as far as the others agree.
  ///
  /// @param slackNanos how far the stamps themselves can be wrong, both together
  void answers(Stamped outer, Stamped inner, long slackNanos) {
    long early = slackNanos + STALE_NANOS;
    atMost(outer.clock(), inner.clock(), inner.startNanos() - outer.startNanos() + early);
    long end = outer.endNanos() - inner.endNanos() + slackNanos;
    atMost(answered, inner.clock(), outer.clock(), end);
  }

  /// That clock bears on that request; counted once.
  public void counts(String clock, Object request) {
    requests.computeIfAbsent(clock, _ -> new HashSet<>()).add(request);
  }

  /// The second clock is ahead of the first by no more than this.
  public void atMost(String first, String second, long nanos) {
    atMost(most, first, second, nanos);
  }

  /// Takes over what others say, as if their stamps could be wrong by that much more.
  public void add(ClockBounds others, long slackNanos) {
    List<String> names = List.copyOf(others.clocks.keySet());
    others.most.forEach(
        (pair, nanos) ->
            atMost(most, names.get(pair.from()), names.get(pair.to()), nanos + slackNanos));
    others.answered.forEach(
        (pair, nanos) ->
            atMost(answered, names.get(pair.from()), names.get(pair.to()), nanos + slackNanos));
  }

  private void atMost(Map<Pair, Long> where, String first, String second, long nanos) {
    if (!first.equals(second)) {
      where.merge(new Pair(index(first), index(second)), nanos, Math::min);
    }
  }

  /// Everything recorded, with as little lateness as leaves an offset when half of it is not
  /// needed: what is needed to the last makes a bound as narrow as it is wrong. Where the most does
  /// not do, lateness is not what is wrong.
  private Map<Pair, Long> edges() {
    for (long late = AFTERWORK_NANOS; late <= LATEST_NANOS; late *= 2) {
      if (!contradict(edges(late / 2))) {
        return edges(late);
      }
    }
    Map<Pair, Long> edges = edges(LATEST_NANOS);
    return contradict(edges) ? edges(AFTERWORK_NANOS) : edges;
  }

  private Map<Pair, Long> edges(long late) {
    Map<Pair, Long> edges = new HashMap<>(most);
    answered.forEach((pair, nanos) -> edges.merge(pair, nanos + late, Math::min));
    return edges;
  }

  private int index(String clock) {
    Integer known = clocks.get(clock);
    if (known == null) {
      known = clocks.size();
      clocks.put(clock, known);
    }
    return known;
  }

  /// The bounds of every clock that is bounded to both sides, by name.
  public List<ClockBound> solve() {
    Map<Pair, Long> edges = edges();
    long[] high = shortest(edges, false);
    long[] low = shortest(edges, true);
    boolean consistent = !contradict(edges);
    List<ClockBound> bounds = new ArrayList<>();
    for (Map.Entry<String, Integer> clock : new TreeMap<>(clocks).entrySet()) {
      int at = clock.getValue();
      long up = consistent ? high[at] : edges.getOrDefault(new Pair(0, at), NONE);
      long down = consistent ? low[at] : edges.getOrDefault(new Pair(at, 0), NONE);
      if (at != 0 && up != NONE && down != NONE) {
        int counted = requests.getOrDefault(clock.getKey(), Set.of()).size();
        bounds.add(new ClockBound(clock.getKey(), -down, up, counted));
      }
    }
    return List.copyOf(bounds);
  }

  /// By how much the second clock can be ahead of the first; empty where they are not bounded to
  /// both sides, or nothing satisfies everything that was recorded.
  public Optional<ClockBound> between(String first, String second) {
    Integer from = clocks.get(first);
    Integer to = clocks.get(second);
    Map<Pair, Long> edges = edges();
    if (from == null || to == null || contradict(edges)) {
      return Optional.empty();
    }
    long up = shortest(edges, false, from)[to];
    long down = shortest(edges, true, from)[to];
    int counted = requests.getOrDefault(second, Set.of()).size();
    return up == NONE || down == NONE
        ? Optional.empty()
        : Optional.of(new ClockBound(second, -down, up, counted));
  }

  /// Whether no offsets satisfy everything that was recorded.
  public boolean contradicts() {
    return contradict(edges());
  }

  private boolean contradict(Map<Pair, Long> edges) {
    return shortest(edges, false)[0] < 0
        || shortest(edges, true)[0] < 0
        || !pairsInConflict(edges).isEmpty();
  }

  /// Pairs of clocks that contradict each other directly, each once; the client's name is empty.
  public List<List<String>> pairsInConflict() {
    return pairsInConflict(edges());
  }

  private List<List<String>> pairsInConflict(Map<Pair, Long> edges) {
    List<String> names = List.copyOf(clocks.keySet());
    List<List<String>> pairs = new ArrayList<>();
    for (Map.Entry<Pair, Long> entry : edges.entrySet()) {
      Pair pair = entry.getKey();
      Long back = edges.get(new Pair(pair.to(), pair.from()));
      if (pair.from() < pair.to() && back != null && entry.getValue() + back < 0) {
        pairs.add(List.of(names.get(pair.from()), names.get(pair.to())));
      }
    }
    return pairs;
  }

  /// One offset for each clock that satisfies everything at once: each in the middle of what the
  /// ones before it leave.
  ///
  /// @param order the clocks, the ones to be in the middle of their bounds first
  public Map<String, Long> offsets(Collection<String> order) {
    ClockBounds left = new ClockBounds();
    clocks.keySet().forEach(left::index);
    left.most.putAll(edges());
    Map<String, Long> fixed = new LinkedHashMap<>();
    for (String clock : order) {
      for (ClockBound bound : left.solve()) {
        if (bound.clock().equals(clock) && !fixed.containsKey(clock)) {
          long offset = bound.middleNanos();
          fixed.put(clock, offset);
          left.most.put(new Pair(0, left.index(clock)), offset);
          left.most.put(new Pair(left.index(clock), 0), -offset);
        }
      }
    }
    return fixed;
  }

  private long[] shortest(Map<Pair, Long> edges, boolean backwards) {
    return shortest(edges, backwards, 0);
  }

  /// Lengths of the shortest ways from that clock, or to it; negative for the clock itself where a
  /// way leads in a circle and gets shorter.
  private long[] shortest(Map<Pair, Long> edges, boolean backwards, int of) {
    long[] length = new long[clocks.size()];
    Arrays.fill(length, NONE);
    length[of] = 0;
    boolean changed = true;
    for (int round = 0; changed && round <= clocks.size(); round++) {
      changed = false;
      for (Map.Entry<Pair, Long> edge : edges.entrySet()) {
        int from = backwards ? edge.getKey().to() : edge.getKey().from();
        int to = backwards ? edge.getKey().from() : edge.getKey().to();
        if (length[from] != NONE && length[from] + edge.getValue() < length[to]) {
          length[to] = length[from] + edge.getValue();
          changed = true;
        }
      }
    }
    if (changed) {
      length[of] = Math.min(length[of], -1);
    }
    return length;
  }
}
