package dev.lightfoot.analysis.compare.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which request of one side is which of the other.
public final class RequestPairs {
  private final SideRequests a;
  private final SideRequests b;
  private final List<Pair> pairs = new ArrayList<>();
  private final int[] pairOfA;
  private final int[] pairOfB;

  /// Two that are taken for the same.
  ///
  /// @param a its number on that side; [KnownRequests#NONE] where only the other side has it
  /// @param b its number on that side
  public record Pair(MatchedBy by, int a, int b) {}

  private RequestPairs(SideRequests a, SideRequests b) {
    this.a = a;
    this.b = b;
    this.pairOfA = new int[a.asked().size()];
    this.pairOfB = new int[b.asked().size()];
  }

  public static RequestPairs of(ComparedRuns a, ComparedRuns b) {
    Map<String, RequestNames> names = new HashMap<>();
    return of(new SideRequests(a, names), new SideRequests(b, names));
  }

  public static RequestPairs of(SideRequests a, SideRequests b) {
    RequestPairs found = new RequestPairs(a, b);
    found.match();
    return found;
  }

  private void match() {
    KnownRequests known = new KnownRequests();
    a.asked().forEach(each -> known.add(each.names()));
    List<KnownRequests.Found> found =
        known.find(b.asked().stream().map(SideRequests.Asked::names).toList());
    Pair[] ofB = new Pair[found.size()];
    boolean[] matched = new boolean[a.asked().size()];
    for (int i = 0; i < ofB.length; i++) {
      int other = found.get(i).request();
      if (other != KnownRequests.NONE) {
        ofB[i] = new Pair(RequestNames.matchedBy(found.get(i).level()), other, i);
        matched[other] = true;
      }
    }
    byPosition(ofB, matched);
    for (int i = 0; i < ofB.length; i++) {
      add(ofB[i] == null ? new Pair(MatchedBy.ADDED, KnownRequests.NONE, i) : ofB[i]);
    }
    for (int i = 0; i < matched.length; i++) {
      if (!matched[i]) {
        add(new Pair(MatchedBy.REMOVED, i, KnownRequests.NONE));
      }
    }
  }

  /// The first of a kind that nothing matches with the other side's first, and so on.
  private void byPosition(Pair[] ofB, boolean[] matched) {
    List<Integer> leftOfA = new ArrayList<>();
    List<Integer> leftOfB = new ArrayList<>();
    for (int i = 0; i < matched.length; i++) {
      if (!matched[i]) {
        leftOfA.add(i);
      }
    }
    for (int i = 0; i < ofB.length; i++) {
      if (ofB[i] == null) {
        leftOfB.add(i);
      }
    }
    Map<String, List<Integer>> kinds = a.byKind(leftOfA);
    b.byKind(leftOfB)
        .forEach(
            (kind, numbers) -> {
              List<Integer> others = kinds.getOrDefault(kind, List.of());
              for (int i = 0; i < Math.min(numbers.size(), others.size()); i++) {
                Pair pair = new Pair(MatchedBy.POSITION, others.get(i), numbers.get(i));
                ofB[pair.b()] = pair;
                matched[pair.a()] = true;
              }
            });
  }

  private void add(Pair pair) {
    if (pair.a() != KnownRequests.NONE) {
      pairOfA[pair.a()] = pairs.size();
    }
    if (pair.b() != KnownRequests.NONE) {
      pairOfB[pair.b()] = pairs.size();
    }
    pairs.add(pair);
  }

  /// In the order of B, then those that only A has.
  public List<Pair> pairs() {
    return pairs;
  }

  public SideRequests a() {
    return a;
  }

  public SideRequests b() {
    return b;
  }

  /// Which pair a request of A belongs to.
  public int pairOfA(int number) {
    return pairOfA[number];
  }

  /// Which pair a request of B belongs to.
  public int pairOfB(int number) {
    return pairOfB[number];
  }
}
