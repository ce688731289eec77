package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PathStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;

/// What moved the total of a page, by request: what each takes of the critical path. The steps of
/// the path follow one another without a gap, so that they add up; the requests themselves overlap.
final class PageParts {
  private final RequestPairs pairs;
  private final Map<ComparedRun, long[]> onPath = new HashMap<>();

  PageParts(RequestPairs pairs, ComparedRuns a, ComparedRuns b) {
    this.pairs = pairs;
    add(a, pairs.a(), pairs::pairOfA);
    add(b, pairs.b(), pairs::pairOfB);
  }

  private void add(ComparedRuns side, SideRequests requests, IntUnaryOperator pairOf) {
    for (int i = 0; i < side.runs().size(); i++) {
      ComparedRun run = side.runs().get(i);
      int[] numbers = requests.numbers(i);
      long[] nanos = new long[pairs.pairs().size()];
      for (PathStep step : PageCriticalPath.of(run.run(), side.floors()).steps()) {
        nanos[pairOf.applyAsInt(numbers[step.exchange()])] +=
            run.counting(step.fromNanos(), step.toNanos());
      }
      onPath.put(run, nanos);
    }
  }

  /// @param exchanges what the pairs are shown as
  List<Part> of(PairedRuns runs, List<ExchangeShift> exchanges) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < exchanges.size(); i++) {
      int pair = i;
      parts.add(
          part(exchanges.get(i), runs.difference(run -> at(run, pair), run -> at(run, pair))));
    }
    return parts;
  }

  private long at(ComparedRun run, int pair) {
    return onPath.get(run)[pair];
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
