package dev.lightfoot.analysis.bill;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.OptionalLong;

/// What one layer of one peer cost a run.
///
/// @param layer where
/// @param peer where the trips went, or who worked
/// @param rttNanos floor round-trip time of that peer; empty where none is known or needed
/// @param all of every request
/// @param critical of what the run waited for
/// @param evidence how the times came to be known: the weaker one where there are several
public record BillLine(
    Layer layer, Peer peer, OptionalLong rttNanos, Amount all, Amount critical, Evidence evidence) {
  /// Whether it passes inside the servers, or behind them.
  public boolean isServers() {
    return switch (layer) {
      case PROXY -> !(peer instanceof Peer.Proxy);
      case APP, MIDDLEWARE, TEMPLATE, DATABASE, CACHE, EXTERNAL -> true;
      case QUEUE -> peer != Peer.Known.SELF;
      case DNS, TCP, TLS, QUIC, REQUEST, RESPONSE, BROWSER -> false;
    };
  }
}
