package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The requests of a run to one origin that could have shared connections: those of one credentials
/// mode, of which it is known which connection carried each.
final class FreeConnections {
  /// A server may close what was idle for longer.
  private static final long LONGEST_IDLE = 60_000_000_000L;

  private static final int SERVER_ERROR = 500;
  private static final int DEEPEST = 50;
  private static final int LOOKED_AT = 1_000;

  private final List<MeasuredExchange> exchanges = new ArrayList<>();

  private FreeConnections() {}

  /// Groups with at least two requests.
  static List<FreeConnections> of(MeasuredRun run) {
    Map<String, FreeConnections> groups = new LinkedHashMap<>();
    for (MeasuredExchange exchange : run.exchanges()) {
      if (exchange.isTransferred()) {
        groups
            .computeIfAbsent(
                exchange.origin() + " " + anonymous(exchange) + " " + frame(exchange),
                _ -> new FreeConnections())
            .exchanges
            .add(exchange);
      }
    }
    return groups.values().stream().filter(FreeConnections::isKnown).toList();
  }

  private boolean isKnown() {
    return exchanges.size() >= 2
        && exchanges.size() <= LOOKED_AT
        && exchanges.stream().allMatch(it -> id(it).isPresent());
  }

  /// Fonts and other requests across origins without credentials use connections of their own.
  private static boolean anonymous(MeasuredExchange exchange) {
    return exchange.type().equals(Optional.of(ResourceType.FONT))
        || requestLines(exchange).anyMatch(line -> line.named("origin"))
        || requestLines(exchange)
            .anyMatch(line -> line.named("sec-fetch-mode") && line.value().equals("cors"));
  }

  /// A frame of another site has connections of its own: the document that led to it.
  private static int frame(MeasuredExchange exchange) {
    MeasuredExchange at = exchange;
    for (int i = 0; i < DEEPEST; i++) {
      if (i > 0 && at.type().equals(Optional.of(ResourceType.DOCUMENT))) {
        return at.at();
      }
      OptionalInt by =
          at.exchange().initiator().map(Initiator::exchange).orElse(OptionalInt.empty());
      if (by.isEmpty() || by.getAsInt() >= at.run().exchanges().size()) {
        return 0;
      }
      at = at.run().exchanges().get(by.getAsInt());
    }
    return 0;
  }

  private static Stream<Header> requestLines(MeasuredExchange exchange) {
    return exchange.exchange().request().headers().stream();
  }

  private static OptionalInt id(MeasuredExchange exchange) {
    return exchange
        .exchange()
        .connection()
        .map(connection -> OptionalInt.of(connection.id()))
        .orElse(OptionalInt.empty());
  }

  /// When it began to make its connection.
  static long begin(MeasuredExchange exchange) {
    return exchange
        .start(Phase.TCP)
        .orElseGet(() -> exchange.start(Phase.QUIC).orElse(exchange.exchange().startNanos()));
  }

  /// Requests that made a connection though one was free, with the last one on that.
  Map<MeasuredExchange, MeasuredExchange> wasted() {
    Map<MeasuredExchange, MeasuredExchange> wasted = new LinkedHashMap<>();
    for (MeasuredExchange exchange : exchanges) {
      boolean opens =
          exchange.connects()
              && exchange.exchange().connection().filter(Connection::reused).isEmpty();
      if (opens) {
        free(exchange).ifPresent(before -> wasted.put(exchange, before));
      }
    }
    return wasted;
  }

  /// The last request on a connection that nobody used any more when this one was made, nor later:
  /// else it was there for others only.
  private Optional<MeasuredExchange> free(MeasuredExchange opening) {
    Map<Integer, MeasuredExchange> last = new LinkedHashMap<>();
    for (MeasuredExchange other : exchanges) {
      last.merge(id(other).orElseThrow(), other, FreeConnections::later);
    }
    return last.values().stream()
        .filter(other -> !id(other).equals(id(opening)))
        .filter(other -> couldServe(other, opening))
        .findFirst();
  }

  private static MeasuredExchange later(MeasuredExchange one, MeasuredExchange other) {
    return other.exchange().endNanos() > one.exchange().endNanos() ? other : one;
  }

  private static boolean couldServe(MeasuredExchange before, MeasuredExchange opening) {
    long idle = begin(opening) - before.exchange().endNanos();
    boolean whole =
        before.status() > 0
            && before.status() < SERVER_ERROR
            && before.response().filter(it -> it.cut().isEmpty()).isPresent();
    return idle >= 0
        && idle <= LONGEST_IDLE
        && whole
        && before.exchange().protocol().equals(opening.exchange().protocol());
  }
}
