package dev.lightfoot.analysis.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// How much a page could gain by each step of its path at most: until one of the requests that do
/// not follow from the step ends last.
final class Gains {
  private final PageIndex index;
  private final Map<Integer, List<Integer>> children = new HashMap<>();
  private final List<Integer> byEnd;
  private final BitSet following = new BitSet();

  /// @param delays whether the page waits for an exchange
  Gains(PageIndex index, long pageNanos, IntPredicate delays) {
    this.index = index;
    for (int i = 0; i < index.size(); i++) {
      int child = i;
      index
          .parent(i)
          .ifPresent(by -> children.computeIfAbsent(by, _ -> new ArrayList<>()).add(child));
    }
    long[] ends = IntStream.range(0, index.size()).mapToLong(i -> index.at(i).endNanos()).toArray();
    byEnd =
        IntStream.range(0, index.size())
            .filter(delays)
            .filter(i -> ends[i] <= pageNanos)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> ends[i]).reversed())
            .toList();
  }

  /// The same steps with their gains. What follows from a step follows from those before it too, so
  /// that each request is looked at once.
  List<PathStep> of(List<PathStep> steps) {
    List<PathStep> gaining = new ArrayList<>(steps);
    int other = 0;
    for (int i = steps.size() - 1; i >= 0; i--) {
      PathStep step = steps.get(i);
      follow(step.exchange());
      while (other < byEnd.size() && following.get(byEnd.get(other))) {
        other++;
      }
      long otherEnd = other < byEnd.size() ? index.at(byEnd.get(other)).endNanos() : 0;
      long most = Math.max(0, steps.getLast().toNanos() - otherEnd);
      gaining.set(i, step.gaining(Math.min(step.durationNanos(), most)));
    }
    return gaining;
  }

  private void follow(int from) {
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int at = open.pop();
      if (!following.get(at)) {
        following.set(at);
        open.addAll(children.getOrDefault(at, List.of()));
      }
    }
  }
}
