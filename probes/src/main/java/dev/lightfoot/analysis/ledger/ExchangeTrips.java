package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.SlowStart;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The round trips of one exchange, as its bill counts them: those that its phases saw, and of its
/// body the rounds beyond the first flight.
public final class ExchangeTrips {
  private static final List<Phase> WITH_TRIPS =
      List.of(Phase.DNS, Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC, Phase.WAIT);

  private ExchangeTrips() {}

  /// All of them; empty where it went over the network and none could be counted.
  public static OptionalInt of(Exchange exchange, Floors floors) {
    return within(exchange, floors, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /// Those that were over within a stretch of time; empty where a phase ended in it and none could
  /// be counted.
  ///
  /// @param from after which, from the start of the run
  /// @param to until which, inclusive
  public static OptionalInt within(Exchange exchange, Floors floors, long from, long to) {
    int trips = 0;
    boolean counted = !exchange.resource().isTransferred();
    boolean took = false;
    for (Phase phase : WITH_TRIPS) {
      if (endedWithin(exchange.phases().timing(phase).orElse(null), from, to)) {
        OptionalInt seen = exchange.phases().trips(phase);
        trips += seen.orElse(0);
        counted |= seen.isPresent();
        took = true;
      }
    }
    if (isHinted(exchange, from, to)) {
      trips++;
      counted = true;
      took = true;
    }
    OptionalInt rounds = bodyWithin(exchange, floors, from, to);
    trips += rounds.orElse(0);
    counted |= rounds.isPresent();
    return counted || !took ? OptionalInt.of(trips) : OptionalInt.empty();
  }

  /// Whether the stretch ends within the wait when interim responses had come: something had come
  /// back from the server.
  public static boolean isHinted(Exchange exchange, long from, long to) {
    return exchange.phases().timing(Phase.WAIT).orElse(null) instanceof PhaseTiming.Measured wait
        && wait.startNanos() + wait.durationNanos() > to
        && exchange.interim().stream()
            .anyMatch(each -> isIn(each.atNanos(), Math.max(from, wait.startNanos()), to));
  }

  /// The rounds of slow start that the whole body took; empty where they cannot be seen.
  ///
  /// @param way to the server
  static OptionalInt ofBody(Exchange exchange, Way way) {
    OptionalInt seen = exchange.phases().trips(Phase.RECEIVE);
    return seen.isPresent() ? seen : rounds(exchange.chunks(), way);
  }

  private static OptionalInt bodyWithin(Exchange exchange, Floors floors, long from, long to) {
    if (!(exchange.phases().timing(Phase.RECEIVE).orElse(null) instanceof PhaseTiming.Measured it)
        || it.startNanos() + it.durationNanos() <= from
        || (exchange.chunks().isEmpty() && it.trips().isEmpty())) {
      return OptionalInt.empty();
    }
    if (it.startNanos() + it.durationNanos() <= to) {
      return ofBody(exchange, floors.way(exchange));
    }
    List<Chunk> came = exchange.chunks().stream().filter(chunk -> chunk.atNanos() <= to).toList();
    return rounds(came, floors.way(exchange));
  }

  /// What a round takes; empty where none can be seen: flights within this computer come at once.
  static OptionalLong floor(Way way) {
    return way.here() ? OptionalLong.empty() : way.rttNanos();
  }

  private static OptionalInt rounds(List<Chunk> chunks, Way way) {
    OptionalLong floor = floor(way);
    return floor.isPresent() ? SlowStart.rounds(chunks, floor.getAsLong()) : OptionalInt.empty();
  }

  private static boolean endedWithin(@Nullable PhaseTiming timing, long from, long to) {
    return switch (timing) {
      case PhaseTiming.Measured it -> isIn(it.startNanos() + it.durationNanos(), from, to);
      case PhaseTiming.Failed it -> isIn(it.startNanos() + it.durationNanos(), from, to);
      case PhaseTiming.NotApplicable _ -> false;
      case null -> false;
    };
  }

  private static boolean isIn(long end, long from, long to) {
    return end > from && end <= to;
  }
}
