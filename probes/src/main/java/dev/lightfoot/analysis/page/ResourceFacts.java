package dev.lightfoot.analysis.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the responses of a page say of themselves.
final class ResourceFacts {
  private static final int OK = 200;
  private static final int REDIRECTION = 300;
  private static final int CLIENT_ERROR = 400;
  private static final int NOT_MODIFIED = 304;

  private final List<Exchange> all;
  private final OptionalInt document;

  ResourceFacts(Run run) {
    all = run.exchanges();
    document = run.page().map(PageLoad::documentExchange).orElse(OptionalInt.empty());
  }

  static boolean failed(Exchange exchange) {
    return exchange.phases().byPhase().values().stream()
        .anyMatch(PhaseTiming.Failed.class::isInstance);
  }

  List<PageFacts.Duplicate> duplicates() {
    Map<String, List<Integer>> byUrl = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Exchange exchange = all.get(i);
      if (exchange.method().equals("GET")
          && exchange.resource().isTransferred()
          && isOk(exchange)) {
        byUrl.computeIfAbsent(exchange.url(), _ -> new ArrayList<>()).add(i);
      }
    }
    List<PageFacts.Duplicate> duplicates = new ArrayList<>();
    byUrl.forEach(
        (url, exchanges) -> {
          if (exchanges.size() > 1) {
            long bytes =
                exchanges.stream().skip(1).mapToLong(at -> PageBytes.of(all.get(at))).sum();
            duplicates.add(new PageFacts.Duplicate(url, exchanges, bytes));
          }
        });
    return duplicates;
  }

  List<PageFacts.Cookies> cookies() {
    List<PageFacts.Cookies> cookies = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      long bytes = all.get(i).request().cookieBytes();
      if (bytes > 0 && isStatic(all.get(i))) {
        cookies.add(new PageFacts.Cookies(i, bytes));
      }
    }
    return cookies;
  }

  List<PageFacts.Uncompressed> uncompressed() {
    List<PageFacts.Uncompressed> texts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Optional<ResponseFacts> response = all.get(i).response();
      if (isOk(all.get(i)) && all.get(i).resource().isTransferred() && response.isPresent()) {
        long bytes = response.get().bodyBytes();
        if (PlainText.is(response.get())) {
          texts.add(new PageFacts.Uncompressed(i, bytes));
        }
      }
    }
    return texts;
  }

  /// Static resources with whose head nothing can be known: no lifetime, and no word against one.
  List<Integer> withoutLifetime() {
    List<Integer> without = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Optional<ResponseFacts> response = all.get(i).response();
      boolean known = response.filter(it -> !it.headers().isEmpty()).isPresent();
      if (known && isOk(all.get(i)) && isStatic(all.get(i)) && !saysLifetime(response.get())) {
        without.add(i);
      }
    }
    return without;
  }

  /// Of resources: those of the document are the page's own way.
  List<Integer> redirects() {
    List<Integer> redirects = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int status = all.get(i).status().orElse(0);
      boolean redirects3xx =
          status >= REDIRECTION && status < CLIENT_ERROR && status != NOT_MODIFIED;
      if (redirects3xx && i > document.orElse(0)) {
        redirects.add(i);
      }
    }
    return redirects;
  }

  private static boolean isOk(Exchange exchange) {
    int status = exchange.status().orElse(0);
    return status >= OK && status < REDIRECTION;
  }

  private static boolean isStatic(Exchange exchange) {
    return PageIndex.type(exchange)
        .filter(
            type ->
                switch (type) {
                  case STYLESHEET, SCRIPT, IMAGE, FONT, MEDIA -> true;
                  case DOCUMENT, FETCH, MANIFEST, OTHER -> false;
                })
        .isPresent();
  }

  private static boolean saysLifetime(ResponseFacts response) {
    String control = response.header("cache-control").orElse("").toLowerCase(Locale.ROOT);
    return control.contains("max-age")
        || control.contains("no-store")
        || control.contains("no-cache")
        || response.header("expires").isPresent();
  }
}
