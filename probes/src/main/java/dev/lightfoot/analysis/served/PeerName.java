package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Twins;
import dev.lightfoot.analysis.ledger.Peer;
import java.util.Locale;
import java.util.Optional;

/// What the machine of a call is called.
public final class PeerName {
  private PeerName() {}

  /// The same for its twins, see [Twins].
  public static String of(Call call) {
    return Twins.alike(shown(call));
  }

  /// As its caller names it; else the kind of machine.
  public static String shown(Call call) {
    Optional<Peer> peer = call.peer();
    if (peer.isPresent()) {
      switch (peer.get()) {
        case Peer.Named(String name) -> {
          return name;
        }
        case Peer.DataStore(String system, Optional<String> address) -> {
          return address.map(at -> system + " at " + at).orElse(system);
        }
        default -> {
          // no name of its own
        }
      }
    }
    return call.layer().name().toLowerCase(Locale.ROOT);
  }
}
