package dev.lightfoot.analysis.assets;

import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.model.Initiator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a page fetched over the network, by URL without fragment: answers with a whole body.
final class Fetches {
  private static final int OK = 200;
  private static final long POLLING = 1_000_000_000;

  private Fetches() {}

  /// In the order of the requests.
  static List<List<MeasuredExchange>> of(MeasuredRun run) {
    Map<String, List<MeasuredExchange>> byUrl = new LinkedHashMap<>();
    for (MeasuredExchange exchange : run.exchanges()) {
      boolean whole =
          exchange.status() == OK
              && exchange.exchange().method().equals("GET")
              && exchange.isTransferred()
              && exchange.response().filter(it -> it.bodyBytes() > 0).isPresent();
      if (whole) {
        String url = exchange.exchange().url();
        int fragment = url.indexOf('#');
        byUrl
            .computeIfAbsent(
                fragment < 0 ? url : url.substring(0, fragment), _ -> new ArrayList<>())
            .add(exchange);
      }
    }
    return List.copyOf(byUrl.values());
  }

  /// Whether the first one was asked for ahead, by a header line or by a link that the page then
  /// did not use, and another one where it is used.
  static boolean areHinted(List<MeasuredExchange> fetches) {
    MeasuredExchange first = fetches.getFirst();
    boolean byHeader =
        type(first)
            .filter(it -> it == Initiator.Type.LINK_HEADER || it == Initiator.Type.EARLY_HINTS)
            .isPresent();
    boolean byLink =
        first.run().run().page().orElseThrow().unusedPreloads().contains(first.exchange().url());
    return (byHeader || byLink) && fetches.stream().skip(1).anyMatch(Fetches::isUse);
  }

  private static Optional<Initiator.Type> type(MeasuredExchange exchange) {
    return exchange.exchange().initiator().map(Initiator::type);
  }

  private static boolean isUse(MeasuredExchange exchange) {
    return type(exchange)
        .filter(
            type ->
                switch (type) {
                  case PARSER, PRELOAD_SCANNER, CSS, SCRIPT -> true;
                  case LINK_HEADER, EARLY_HINTS, REDIRECT, USER -> false;
                })
        .isPresent();
  }

  /// A script that asks again after a while wants to know what is new.
  static boolean isPolling(MeasuredExchange before, MeasuredExchange after) {
    return type(after).equals(Optional.of(Initiator.Type.SCRIPT))
        && after.exchange().startNanos() - before.exchange().endNanos() >= POLLING;
  }

  /// Whether one went with the person's cookies and the other one without.
  static boolean differInCredentials(MeasuredExchange one, MeasuredExchange other) {
    return (one.exchange().request().cookieBytes() > 0)
        != (other.exchange().request().cookieBytes() > 0);
  }
}
