package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.RequestPairs;
import dev.lightfoot.analysis.compare.match.SideRequests;
import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PathStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;

/// What moved the total of a page, by request: what each takes of the critical path. The steps of
/// the path follow one another without a gap, so that they add up; the requests themselves overlap.
final class PageParts {
  private final RequestPairs pairs;
  private final Map<Integer, long[]> ofA;
  private final Map<Integer, long[]> ofB;

  PageParts(RequestPairs pairs, ComparedRuns a, ComparedRuns b) {
    this.pairs = pairs;
    this.ofA = onPath(a, pairs.a(), pairs::pairOfA);
    this.ofB = onPath(b, pairs.b(), pairs::pairOfB);
  }

  /// What each pair takes of the path, by the index of the run.
  private Map<Integer, long[]> onPath(
      ComparedRuns side, SideRequests requests, IntUnaryOperator pairOf) {
    Map<Integer, long[]> onPath = new HashMap<>();
    for (int i = 0; i < side.runs().size(); i++) {
      ComparedRun run = side.runs().get(i);
      int[] numbers = requests.numbers(i);
      long[] nanos = new long[pairs.pairs().size()];
      for (PathStep step : PageCriticalPath.of(run.run(), side.floors()).steps()) {
        nanos[pairOf.applyAsInt(numbers[step.exchange()])] +=
            run.counting(step.fromNanos(), step.toNanos());
      }
      onPath.put(run.index(), nanos);
    }
    return onPath;
  }

  /// @param exchanges what the pairs are shown as
  List<Part> of(PairedRuns runs, List<ExchangeShift> exchanges) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < exchanges.size(); i++) {
      int pair = i;
      parts.add(
          part(
              exchanges.get(i),
              runs.difference(run -> at(ofA, run, pair), run -> at(ofB, run, pair))));
    }
    return parts;
  }

  private static long at(Map<Integer, long[]> onPath, ComparedRun run, int pair) {
    return Objects.requireNonNull(onPath.get(run.index()))[pair];
  }

  private static Part part(ExchangeShift exchange, long nanos) {
    String url = exchange.b().or(exchange::a).map(ExchangeSide::url).orElse("");
    return new Part(
        Part.What.EXCHANGE,
        url,
        nanos,
        ProbeParts.changed(
            exchange.a().map(ExchangeSide::trips).orElse(OptionalLong.of(0)),
            exchange.b().map(ExchangeSide::trips).orElse(OptionalLong.of(0))));
  }
}
