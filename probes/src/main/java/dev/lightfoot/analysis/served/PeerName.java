package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.ledger.Peer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the machine of a call is called.
public final class PeerName {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private PeerName() {}

  /// The same for its twins, which differ in a number.
  public static String of(Call call) {
    return NUMBER.matcher(shown(call)).replaceAll("#");
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
