package dev.lightfoot.analysis.stack;

import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.RoundTrips;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The floors of the machines behind the target: what a call to each costs at least. The smallest
/// of at least five calls, each without what the called one itself recorded for it.
final class Peers {
  private static final int ENOUGH_CALLS = 5;

  private final Map<String, List<Long>> calls = new HashMap<>();

  static Peers of(List<Run> runs) {
    Peers peers = new Peers();
    for (Run run : runs) {
      Map<String, Long> own = new HashMap<>();
      for (Span span : run.spans()) {
        if (SpanClocks.isServersOwn(span)) {
          span.parentSpanId()
              .ifPresent(id -> own.merge(id, span.time().durationNanos(), Long::sum));
        }
      }
      for (Span span : run.spans()) {
        if (isCall(span)) {
          long work = own.getOrDefault(span.spanId(), 0L);
          peers
              .calls
              .computeIfAbsent(key(span), _ -> new ArrayList<>())
              .add(Math.max(0, span.time().durationNanos() - work));
        }
      }
    }
    return peers;
  }

  private static boolean isCall(Span span) {
    boolean far =
        switch (span.layer()) {
          case DATABASE, CACHE, EXTERNAL -> true;
          default -> false;
        };
    return far
        && span.time().start().isPresent()
        && !SpanClocks.isServersOwn(span)
        && trips(span) == 1;
  }

  /// How many round trips a call stands for.
  static int trips(Span span) {
    return Math.clamp(RoundTrips.of(span).trips(), 1, Integer.MAX_VALUE);
  }

  /// How many operations a span stands for.
  static int operations(Span span) {
    return Math.clamp(RoundTrips.of(span).operations(), 1, Integer.MAX_VALUE);
  }

  /// The floor of whom that span went to; empty where too few calls were seen.
  OptionalLong floor(Span span) {
    List<Long> seen = calls.getOrDefault(key(span), List.of());
    return seen.size() < ENOUGH_CALLS
        ? OptionalLong.empty()
        : seen.stream().mapToLong(Long::longValue).min();
  }

  private static String key(Span span) {
    return span.layer() + " " + name(span).orElse("");
  }

  /// Whom a call went to, for people.
  static Optional<String> name(Span span) {
    Optional<String> address =
        span.attributes()
            .get(AttributeNames.SERVER_ADDRESS)
            .or(
                () ->
                    SpanClocks.isServersOwn(span)
                        ? Optional.empty() // there it is the client's
                        : span.attributes().get(AttributeNames.PEER_ADDRESS));
    Optional<String> system = system(span).map(Peers::title);
    if (system.isPresent()) {
      return system.map(name -> address.map(at -> name + " at " + at).orElse(name));
    }
    return address.or(
        () ->
            span.attributes()
                .get(AttributeNames.HOST_NAME)
                .or(() -> span.attributes().get(AttributeNames.SERVICE_NAME)));
  }

  private static Optional<String> system(Span span) {
    // OpenTelemetry's word for a database that its client does not name
    return span.attributes()
        .get(AttributeNames.DB_SYSTEM)
        .filter(system -> !system.equals("other_sql"));
  }

  /// A database's name as its makers write it.
  static String title(String system) {
    return switch (system) {
      case "postgresql" -> "PostgreSQL";
      case "mysql" -> "MySQL";
      case "mariadb" -> "MariaDB";
      case "redis" -> "Redis";
      case "memcached" -> "memcached";
      case "sqlite" -> "SQLite";
      case "mongodb" -> "MongoDB";
      default -> system;
    };
  }
}
