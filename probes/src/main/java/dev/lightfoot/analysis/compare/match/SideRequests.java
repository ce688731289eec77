package dev.lightfoot.analysis.compare.match;

import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.page.PageBytes;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.page.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// What the runs of one side ask for: the same request of several runs is one, though a hash in its
/// URL or its host may change from run to run.
public final class SideRequests {
  private final ComparedRuns side;
  private final List<Asked> asked = new ArrayList<>();
  private final List<int[]> numbers = new ArrayList<>();

  /// One request of a side.
  ///
  /// @param first as the first run that has it asks for it
  /// @param seen in the runs that have it, in their order
  record Asked(Exchange first, RequestNames names, List<Seen> seen) {
    /// What may stand at its place.
    String kind() {
      return first.method() + first.resource().type().map(ResourceType::label).orElse("");
    }
  }

  /// A request in one run.
  record Seen(ComparedRun run, Exchange exchange) {}

  /// @param names of URLs that were named already; more are added
  SideRequests(ComparedRuns side, Map<String, RequestNames> names) {
    this.side = side;
    KnownRequests known = new KnownRequests();
    for (ComparedRun run : side.runs()) {
      List<Exchange> exchanges = run.run().exchanges();
      List<RequestNames> wanted = new ArrayList<>();
      for (Exchange each : exchanges) {
        wanted.add(names.computeIfAbsent(each.url(), RequestNames::of).by(each.method()));
      }
      List<KnownRequests.Found> found = known.find(wanted);
      int[] numbersOfRun = new int[exchanges.size()];
      for (int i = 0; i < numbersOfRun.length; i++) {
        numbersOfRun[i] = found.get(i).request();
        if (numbersOfRun[i] == KnownRequests.NONE) {
          numbersOfRun[i] = known.add(wanted.get(i));
          asked.add(new Asked(exchanges.get(i), wanted.get(i), new ArrayList<>()));
        }
        asked.get(numbersOfRun[i]).seen().add(new Seen(run, exchanges.get(i)));
      }
      numbers.add(numbersOfRun);
    }
  }

  /// All of them, in the order in which they are first asked for.
  List<Asked> asked() {
    return asked;
  }

  /// Which of them each exchange of a run is.
  ///
  /// @param run its place among the runs of the side
  public int[] numbers(int run) {
    return numbers.get(run);
  }

  public List<RunValue> values(int number) {
    return asked.get(number).seen().stream()
        .map(seen -> new RunValue(seen.run().index(), nanos(seen)))
        .toList();
  }

  private static long nanos(Seen seen) {
    Exchange exchange = seen.exchange();
    return exchange.durationNanos()
        - seen.run().own().within(exchange.startNanos(), exchange.endNanos());
  }

  public ExchangeSide side(int number) {
    Asked it = asked.get(number);
    return new ExchangeSide(it.first().url(), trips(it), bytes(it));
  }

  private OptionalLong trips(Asked it) {
    return middle(
        it.seen().stream()
            .map(seen -> ExchangeTrips.of(seen.exchange(), side.floors()))
            .filter(OptionalInt::isPresent)
            .mapToLong(OptionalInt::getAsInt));
  }

  private static OptionalLong bytes(Asked it) {
    return middle(
        it.seen().stream()
            .map(Seen::exchange)
            .filter(exchange -> exchange.response().isPresent())
            .mapToLong(PageBytes::of));
  }

  public static OptionalLong middle(LongStream values) {
    Optional<Spread> spread = Spread.of(values.toArray());
    return spread.isEmpty() ? OptionalLong.empty() : OptionalLong.of(spread.get().medianNanos());
  }

  /// Those numbers by what may stand at their place.
  Map<String, List<Integer>> byKind(List<Integer> some) {
    Map<String, List<Integer>> kinds = new HashMap<>();
    for (int number : some) {
      kinds.computeIfAbsent(asked.get(number).kind(), _ -> new ArrayList<>()).add(number);
    }
    return kinds;
  }
}
