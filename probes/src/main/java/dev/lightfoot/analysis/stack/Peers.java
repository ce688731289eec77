package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.ledger.CallFloor;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The floors of the machines behind the target: what a call to each costs at least ([CallFloor]).
public final class Peers {
  private final Map<PeerKey, List<Long>> calls = new HashMap<>();

  static Peers of(List<Run> runs) {
    Peers peers = new Peers();
    for (Run run : runs) {
      Map<String, Long> own = new HashMap<>();
      for (Span span : run.spans()) {
        if (SpanRoles.isServersOwn(span)) {
          span.parentSpanId()
              .ifPresent(id -> own.merge(id, span.time().durationNanos(), Long::sum));
        }
      }
      for (Span span : run.spans()) {
        if (isCall(span)) {
          List<Long> ways = peers.calls.computeIfAbsent(key(span), _ -> new ArrayList<>());
          CallFloor.way(span, own.getOrDefault(span.spanId(), 0L)).ifPresent(ways::add);
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
        && !SpanRoles.isServersOwn(span)
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

  /// The floor of the machine that span went to; empty where too few calls were seen.
  OptionalLong floor(Span span) {
    return CallFloor.least(calls.getOrDefault(key(span), List.of()));
  }

  private static PeerKey key(Span call) {
    String service = call.attributes().get(AttributeNames.SERVICE_NAME).orElse("");
    return new PeerKey(call.layer(), service, of(call));
  }

  /// The peer that a call went to; empty where its recorder does not name it.
  public static Optional<Peer> of(Span span) {
    Optional<String> address =
        span.attributes()
            .get(AttributeNames.SERVER_ADDRESS)
            .or(
                () ->
                    SpanRoles.isServersOwn(span)
                        ? Optional.empty() // there it is the client's
                        : span.attributes().get(AttributeNames.PEER_ADDRESS));
    Optional<String> system = system(span);
    if (system.isPresent()) {
      return Optional.of(new Peer.DataStore(system.get(), address));
    }
    return address
        .or(() -> span.attributes().get(AttributeNames.HOST_NAME))
        .or(() -> span.attributes().get(AttributeNames.SERVICE_NAME))
        .map(Peer.Named::new);
  }

  private static Optional<String> system(Span span) {
    // OpenTelemetry's word for a database that its client does not name
    return span.attributes()
        .get(AttributeNames.DB_SYSTEM)
        .filter(system -> !system.equals("other_sql"));
  }
}
