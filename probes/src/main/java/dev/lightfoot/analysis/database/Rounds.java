package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds groups of calls that come again and again in the same order: a b b c, a b c, a c. How
/// often a member comes within a round does not matter.
final class Rounds {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;
  private static final int ENOUGH_ROUNDS = 3;

  /// Calls of one template to one machine without another between them.
  private final List<List<Call>> steps = new ArrayList<>();

  private final int[] templates;

  /// Rounds that follow one another.
  ///
  /// @param calls all of them by their start
  /// @param questions of one round, in order
  /// @param rounds how many
  record Repeated(List<Call> calls, List<Question> questions, int rounds) {}

  private Rounds(List<Call> calls) {
    Map<Question, Integer> numbers = new HashMap<>();
    int[] all = new int[calls.size()];
    for (Call call : calls) {
      int template = numbers.computeIfAbsent(call.question(), _ -> numbers.size());
      if (steps.isEmpty() || all[steps.size() - 1] != template) {
        all[steps.size()] = template;
        steps.add(new ArrayList<>(1));
      }
      steps.getLast().add(call);
    }
    templates = Arrays.copyOf(all, steps.size());
  }

  /// Those among these, which come by their start.
  static List<Repeated> of(List<Call> calls) {
    return new Rounds(calls).find();
  }

  private List<Repeated> find() {
    if (templates.length < SHORTEST * ENOUGH_ROUNDS) {
      return List.of();
    }
    int[][] alike = new int[LONGEST + 1][];
    for (int period = SHORTEST; period <= LONGEST; period++) {
      alike[period] = alike(period);
    }
    List<Repeated> found = new ArrayList<>();
    int at = 0;
    while (at < templates.length) {
      int best = 0;
      int longest = 0;
      for (int period = SHORTEST; period <= LONGEST; period++) {
        int rounds = (alike[period][at] + period) / period;
        if (rounds >= ENOUGH_ROUNDS && rounds * period > longest) {
          best = period;
          longest = rounds * period;
        }
      }
      if (best > 0) {
        found.add(repeated(at, best, longest));
      }
      at += Math.max(1, longest);
    }
    return found;
  }

  /// How many steps from each on are the same as those a period later.
  private int[] alike(int period) {
    int[] alike = new int[templates.length];
    for (int i = templates.length - period - 1; i >= 0; i--) {
      boolean same = templates[i] == templates[i + period];
      alike[i] = same ? 1 + (i + 1 < alike.length ? alike[i + 1] : 0) : 0;
    }
    return alike;
  }

  private Repeated repeated(int from, int period, int length) {
    List<Call> calls = new ArrayList<>();
    steps.subList(from, from + length).forEach(calls::addAll);
    List<Question> round = new ArrayList<>();
    for (List<Call> step : steps.subList(from, from + period)) {
      round.add(step.getFirst().question());
    }
    return new Repeated(calls, round, length / period);
  }
}
