package dev.lightfoot.devtools;

import dev.lightfoot.model.connection.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connections of a run by the browser's own numbers, counted anew from 1.
final class ConnectionIds {
  private final Map<Long, Integer> ids = new HashMap<>();

  /// The connection that carried that request; empty where none did.
  Optional<Connection> of(Hop hop, Way way) {
    long id = (long) hop.response().number("connectionId").orElse(0);
    if (id <= 0 || !way.isTransferred()) {
      return Optional.empty();
    }
    int number = ids.computeIfAbsent(id, _ -> ids.size() + 1);
    return Optional.of(
        new Connection(number, way.isReused(), address(hop), Optional.empty(), List.of()));
  }

  private static Optional<String> address(Hop hop) {
    return hop.response()
        .text("remoteIPAddress")
        .filter(host -> !host.isEmpty())
        .map(
            host -> {
              String literal =
                  host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
              return literal + ":" + (int) hop.response().number("remotePort").orElse(0);
            });
  }
}
