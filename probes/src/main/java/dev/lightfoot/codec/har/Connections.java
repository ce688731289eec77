package dev.lightfoot.codec.har;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers the connections of a run in the order in which they are first used. Where a file does
/// not say which connection was reused, none is named.
final class Connections {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.%]{2,64}");

  private final boolean named;
  private final Map<String, Integer> numbers = new HashMap<>();
  private int last;

  /// @param named whether the file names connections by ids
  Connections(boolean named) {
    this.named = named;
  }

  Optional<Connection> of(Request request, PlacedPhases phases) {
    EntryDraft entry = request.entry();
    boolean opened = phases.hasMeasured(Phase.TCP) || phases.hasMeasured(Phase.QUIC);
    boolean known = named && !entry.connection.isEmpty() && !entry.connection.equals("0");
    Optional<String> address = address(request);
    if (!known && !opened) {
      address.ifPresent(_ -> entry.kept.text("serverIPAddress", entry.address));
      return Optional.empty();
    }
    int id = known ? numbers.computeIfAbsent(entry.connection, _ -> ++last) : ++last;
    boolean reused = entry.reused.orElse(!opened);
    return Optional.of(new Connection(id, reused, address, Optional.empty(), List.of()));
  }

  private static Optional<String> address(Request request) {
    String text = request.entry().address.replaceAll("[\\[\\]]", "");
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    int port = request.entry().port > 0 ? request.entry().port : request.url().port();
    return Optional.of((text.contains(":") ? "[" + text + "]" : text) + ":" + port);
  }
}
