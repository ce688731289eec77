package dev.lightfoot.analysis.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The exchanges of a page, found by what they have in common.
final class PageIndex {
  private final List<Exchange> all;
  private final OptionalInt document;
  private final Map<Integer, List<Integer>> byConnection = new HashMap<>();
  private final Map<Integer, List<Integer>> openersByConnection = new HashMap<>();
  private final Map<String, List<Integer>> openersByOrigin = new HashMap<>();
  private final Map<String, List<Integer>> byUrl = new HashMap<>();
  private final List<Integer> blocking = new ArrayList<>();

  PageIndex(Run run) {
    all = run.exchanges();
    OptionalInt named = run.page().map(PageLoad::documentExchange).orElse(OptionalInt.empty());
    document = named.orElse(0) < all.size() ? named : OptionalInt.empty();
    for (int i = 0; i < all.size(); i++) {
      add(i, all.get(i));
    }
  }

  private void add(int at, Exchange exchange) {
    byUrl.computeIfAbsent(exchange.url(), _ -> new ArrayList<>()).add(at);
    if (mayHoldUp(exchange)) {
      blocking.add(at);
    }
    if (exchange.connection().isPresent()) {
      Connection connection = exchange.connection().get();
      byConnection.computeIfAbsent(connection.id(), _ -> new ArrayList<>()).add(at);
      if (!connection.reused()) {
        openersByConnection.computeIfAbsent(connection.id(), _ -> new ArrayList<>()).add(at);
        openersByOrigin
            .computeIfAbsent(PageHosts.origin(exchange.url()), _ -> new ArrayList<>())
            .add(at);
      }
    }
  }

  int size() {
    return all.size();
  }

  Exchange at(int index) {
    return all.get(index);
  }

  /// The exchange that brought the document.
  OptionalInt document() {
    return document;
  }

  /// Others on the same connection.
  List<Integer> onConnectionOf(Exchange exchange) {
    return exchange
        .connection()
        .map(connection -> byConnection.getOrDefault(connection.id(), List.of()))
        .orElse(List.of());
  }

  /// Those that opened its connection, or another one to the same origin.
  Set<Integer> openersFor(Exchange exchange) {
    Set<Integer> openers =
        new LinkedHashSet<>(
            openersByOrigin.getOrDefault(PageHosts.origin(exchange.url()), List.of()));
    exchange
        .connection()
        .map(connection -> openersByConnection.getOrDefault(connection.id(), List.of()))
        .ifPresent(openers::addAll);
    return openers;
  }

  List<Integer> ofUrl(String url) {
    return byUrl.getOrDefault(url, List.of());
  }

  /// Style sheets and scripts that hold up the parser, other scripts or drawing.
  List<Integer> blocking() {
    return blocking;
  }

  /// The exchange that led to that one: what it names as its initiator, or where it was redirected
  /// from; empty where none is known.
  OptionalInt parent(int at) {
    Exchange exchange = all.get(at);
    OptionalInt named = exchange.initiator().map(Initiator::exchange).orElse(OptionalInt.empty());
    if (named.isPresent() && named.getAsInt() < all.size() && named.getAsInt() != at) {
      return named;
    }
    return exchange.redirectedFrom().map(url -> redirecting(at, url)).orElse(OptionalInt.empty());
  }

  /// The last exchange of that URL that began before.
  OptionalInt redirecting(int at, String url) {
    OptionalInt last = OptionalInt.empty();
    for (int each : ofUrl(url)) {
      if (each != at && all.get(each).startNanos() <= all.get(at).startNanos()) {
        last = OptionalInt.of(each);
      }
    }
    return last;
  }

  /// When the connection that was opened for an exchange could be used.
  static Optional<Long> setUp(Exchange exchange) {
    Optional<Long> end = Optional.empty();
    for (Phase phase : List.of(Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC)) {
      if (exchange.phases().timing(phase).orElse(null) instanceof PhaseTiming.Measured it) {
        long at = it.startNanos() + it.durationNanos();
        end = Optional.of(Math.max(at, end.orElse(at)));
      }
    }
    return end;
  }

  static Optional<ResourceType> type(Exchange exchange) {
    return exchange.resource().type();
  }

  /// Known to hold up drawing, or a script of which a browser's priority says that the parser waits
  /// for it: async and deferred ones are low.
  static boolean mayHoldUp(Exchange exchange) {
    Optional<ResourceType> type = type(exchange);
    boolean script = type.equals(Optional.of(ResourceType.SCRIPT));
    boolean style = type.equals(Optional.of(ResourceType.STYLESHEET));
    boolean renderBlocking = exchange.resource().renderBlocking().orElse(false);
    boolean urgent =
        exchange
            .resource()
            .priority()
            .filter(priority -> priority.compareTo(Priority.MEDIUM) <= 0)
            .isPresent();
    return (style && renderBlocking) || (script && (renderBlocking || urgent));
  }
}
