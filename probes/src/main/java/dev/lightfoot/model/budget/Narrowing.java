package dev.lightfoot.model.budget;

import java.util.Optional;

/// Which requests a limit is about; all of a run's where neither is said.
///
/// @param route as the server names it, with or without its method: `/orders/{id}`
/// @param url as it is asked for, `*` standing for any text; from a slash on, the path and query of
///   any host
public record Narrowing(Optional<String> route, Optional<String> url) {
  /// All requests.
  public static final Narrowing NONE = new Narrowing(Optional.empty(), Optional.empty());

  /// Whether it leaves out any.
  public boolean narrows() {
    return route.isPresent() || url.isPresent();
  }
}
