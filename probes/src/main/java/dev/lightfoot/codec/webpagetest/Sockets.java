package dev.lightfoot.codec.webpagetest;

import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.url.WebUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers the connections of a view in the order in which they are first used.
final class Sockets {
  private final Map<String, Integer> numbers = new HashMap<>();
  private int last;

  Optional<Connection> of(Asked asked, WebUrl url, boolean opened) {
    String socket = asked.text("socket");
    boolean known = socket.matches("[1-9][0-9]{0,9}");
    if (!known && !opened) {
      return Optional.empty();
    }
    int id = known ? numbers.computeIfAbsent(socket, _ -> ++last) : ++last;
    return Optional.of(
        new Connection(id, !opened, address(asked, url), Optional.empty(), List.of()));
  }

  private static Optional<String> address(Asked asked, WebUrl url) {
    String address = asked.text("ip_addr");
    return address.matches("[0-9a-fA-F:.]{2,45}")
        ? Optional.of((address.contains(":") ? "[" + address + "]" : address) + ":" + url.port())
        : Optional.empty();
  }
}
