package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;

/// What calls are grouped by to tell how near a machine is: the service that calls and the machine
/// of one layer that it calls, as far as they are named. Two services may stand at different
/// places.
///
/// @param service that calls; empty where no record says
/// @param peer that is called; empty where its recorder does not name it
public record PeerKey(Layer layer, String service, Optional<Peer> peer) {

  /// By hand, for each call is looked up by it: what a record gets by itself is slow until it is
  /// compiled.
  @Override
  public int hashCode() {
    return 31 * (31 * service.hashCode() + layer.hashCode()) + peer.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeerKey that
        && layer == that.layer
        && service.equals(that.service)
        && peer.equals(that.peer);
  }
}
