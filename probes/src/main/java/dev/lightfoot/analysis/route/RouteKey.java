package dev.lightfoot.analysis.route;

import dev.lightfoot.model.Layer;
import java.util.Optional;

/// What requests have in common: who recorded them, method and route.
///
/// @param layer of the recorder: a proxy's line and the application's own are two rows
/// @param service the recorder's name, where it has one
/// @param route as the server names it, or the path with `{id}` for what varies
public record RouteKey(Layer layer, Optional<String> service, String method, String route) {
  /// Method and route.
  public String name() {
    return method.isEmpty() ? route : method + " " + route;
  }
}
