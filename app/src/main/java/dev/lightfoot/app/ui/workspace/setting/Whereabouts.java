package dev.lightfoot.app.ui.workspace.setting;

import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where both ends of what is measured are, as the person said. Neither is ever looked up.
///
/// @param from where it is measured from
/// @param servers where the servers of hosts stand, the newest last
public record Whereabouts(Optional<String> from, Map<String, String> servers) {
  /// Nobody has said anything.
  public static final Whereabouts UNKNOWN = new Whereabouts(Optional.empty(), Map.of());

  /// The oldest beyond this many is forgotten.
  public static final int LIMIT = 200;

  public Whereabouts {
    LinkedHashMap<String, String> newest = new LinkedHashMap<>(servers);
    while (newest.size() > LIMIT) {
      newest.pollFirstEntry();
    }
    servers = Collections.unmodifiableMap(newest);
  }

  /// The same, measured from there.
  public Whereabouts withFrom(Optional<String> place) {
    return new Whereabouts(place, servers);
  }

  /// The same with the server of that host standing there.
  ///
  /// @param place empty where it is no longer known
  public Whereabouts withServer(String host, Optional<String> place) {
    Map<String, String> others = new LinkedHashMap<>(servers);
    others.remove(host);
    place.ifPresent(it -> others.put(host, it));
    return new Whereabouts(from, others);
  }

  /// Where the server of that host stands.
  public Optional<String> server(String host) {
    return Optional.ofNullable(servers.get(host));
  }

  /// A measurement that was just made, with these places in its environment.
  public Snapshot placed(Snapshot measured) {
    Optional<String> server = server(WebUrl.hostIn(measured.target()));
    if (from.isEmpty() && server.isEmpty()) {
      return measured;
    }
    Environment environment = measured.environment();
    Environment here = from.isPresent() ? environment.at(from) : environment;
    return measured.with(server.isPresent() ? here.servedFrom(server) : here);
  }
}
