package dev.lightfoot.analysis.budget;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Wildcard;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a request of a run is one that a limit is narrowed to.
final class RequestMatch {
  private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

  private final Run run;
  private final Optional<String> route;
  private final Optional<Wildcard> url;
  private final boolean anyHost;

  RequestMatch(Run run, Narrowing narrowing) {
    this.run = run;
    this.route = narrowing.route();
    this.url = narrowing.url().map(Wildcard::new);
    this.anyHost = narrowing.url().filter(text -> text.startsWith("/")).isPresent();
  }

  boolean matches(Exchange exchange) {
    return url.filter(pattern -> !pattern.matches(compared(exchange.url()))).isEmpty()
        && route.filter(name -> !hasRoute(exchange, name)).isEmpty();
  }

  private String compared(String given) {
    String withoutFragment = given.split("#", 2)[0];
    return anyHost ? ORIGIN.matcher(withoutFragment).replaceFirst("") : withoutFragment;
  }

  private boolean hasRoute(Exchange exchange, String name) {
    Set<String> ids = new HashSet<>(exchange.serverSpans());
    return run.spans().stream()
        .filter(span -> span.kind() == SpanKind.SERVER && ids.contains(span.spanId()))
        .anyMatch(span -> isRoute(span, name));
  }

  private static boolean isRoute(Span span, String name) {
    return RouteName.of(span).equals(name) || RouteName.route(span).equals(name);
  }
}
