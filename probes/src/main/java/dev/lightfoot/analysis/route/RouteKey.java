package dev.lightfoot.analysis.route;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import java.util.Optional;

/// What requests have in common: who recorded them, method and route.
///
/// @param layer of the recorder: a proxy's line and the application's own are two rows
/// @param service the recorder's name, where it has one
/// @param route as the server names it, or the path with `{id}` for what varies
public record RouteKey(Layer layer, Optional<String> service, String method, String route) {
  /// Of a request or a statement.
  static RouteKey of(Span span) {
    return new RouteKey(
        span.layer(),
        span.attributes().get(AttributeNames.SERVICE_NAME).filter(each -> !each.isEmpty()),
        RouteName.method(span),
        RouteName.route(span));
  }

  /// Method and route.
  public String name() {
    return method.isEmpty() ? route : method + " " + route;
  }
}
