package dev.lightfoot.analysis.replay;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.SlowStart;
import dev.lightfoot.model.connection.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When the flights of each connection began, between which its sender waited for us: a window is
/// shared by all responses that come on the connection.
final class Flights {
  private final Map<Integer, List<Chunk>> byConnection = new HashMap<>();
  private final Map<Integer, long[]> begun = new HashMap<>();

  Flights(List<Exchange> exchanges) {
    for (Exchange each : exchanges) {
      id(each)
          .ifPresent(
              id -> byConnection.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(each.chunks()));
    }
    byConnection.values().forEach(all -> all.sort(Comparator.comparingLong(Chunk::atNanos)));
  }

  private static Optional<Integer> id(Exchange exchange) {
    return exchange.connection().map(Connection::id);
  }

  /// Of the connection that carried it.
  ///
  /// @param rttNanos to its other end; 0 where that is not known, so that no flights can be told
  long[] of(Exchange exchange, long rttNanos) {
    if (rttNanos <= 0) {
      return new long[0];
    }
    Optional<Integer> id = id(exchange);
    return id.isPresent()
        ? begun.computeIfAbsent(
            id.get(), key -> starts(byConnection.getOrDefault(key, List.of()), rttNanos))
        : starts(exchange.chunks(), rttNanos);
  }

  private static long[] starts(List<Chunk> chunks, long rttNanos) {
    return SlowStart.flights(chunks, rttNanos).stream().mapToLong(Chunk::atNanos).toArray();
  }

  /// How many began after the first instant and not after the second.
  static int within(long[] flights, long after, long until) {
    int count = 0;
    for (long flight : flights) {
      count += flight > after && flight <= until ? 1 : 0;
    }
    return count;
  }

  /// A flight that begins so soon after something belongs to it.
  static long soon(long rttNanos) {
    return rttNanos * 3 / 10;
  }
}
