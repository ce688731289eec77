package dev.lightfoot.analysis.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ResponseFacts;

/// What a response took on the network: one answer for rows, groups, facts and budgets.
public final class PageBytes {
  private PageBytes() {}

  /// Head and body as they were sent; 0 for what did not come over the network.
  public static long of(Exchange exchange) {
    return exchange.resource().isTransferred()
        ? exchange.response().map(PageBytes::of).orElse(0L)
        : 0;
  }

  private static long of(ResponseFacts response) {
    return Math.max(0, response.headerBytes()) + Math.max(0, response.bodyBytes());
  }
}
