package dev.lightfoot.codec.capture;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Says whose servers answered the requests of a captured page, where its file does not: by the
/// registrable domain (public suffix list) of its document.
public final class Parties {
  private final Map<String, String> domains = new HashMap<>();

  private Parties() {}

  /// The run with the party of each request that has none. Without a document there is no first
  /// party: what an API client or a proxy wrote down need not be a page.
  public static Run told(Run run) {
    Optional<Exchange> document = run.page().flatMap(page -> document(run, page));
    return document.map(first -> new Parties().told(run, first)).orElse(run);
  }

  private static Optional<Exchange> document(Run run, PageLoad page) {
    return page.documentExchange().isPresent()
        ? Optional.of(run.exchanges().get(page.documentExchange().getAsInt()))
            .filter(each -> each.resource().type().equals(Optional.of(ResourceType.DOCUMENT)))
        : Optional.empty();
  }

  private Run told(Run run, Exchange document) {
    Optional<String> own = domain(document);
    List<Exchange> exchanges =
        run.exchanges().stream()
            .map(each -> each.resource().party().isPresent() ? each : told(each, own))
            .toList();
    return run.with(exchanges, run.spans(), run.alignments());
  }

  private Exchange told(Exchange exchange, Optional<String> own) {
    Optional<String> domain = domain(exchange);
    return domain.isEmpty() || own.isEmpty()
        ? exchange
        : exchange.as(exchange.resource().servedBy(domain.equals(own) ? Party.FIRST : Party.THIRD));
  }

  private Optional<String> domain(Exchange exchange) {
    return Optional.ofNullable(HttpUrl.parse(exchange.url()))
        .map(
            url ->
                domains.computeIfAbsent(
                    url.host(),
                    host -> {
                      String registrable = url.topPrivateDomain();
                      return registrable == null ? host : registrable; // an address, localhost
                    }));
  }
}
