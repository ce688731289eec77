package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What one layer behind the target cost a request, on its critical path.
///
/// @param layer where
/// @param peer where the trips went, or who worked
/// @param trips calls to another machine; empty where none was made
/// @param rttNanos floor round-trip time of that machine
/// @param totalNanos all of it
/// @param workNanos how much of that is known to be work
public record ServerPart(
    Layer layer,
    Peer peer,
    OptionalInt trips,
    OptionalLong rttNanos,
    long totalNanos,
    long workNanos) {

  /// Opens the server's share of a request's wait.
  @FunctionalInterface
  public interface Opening {
    /// No server was looked into.
    Opening NONE = _ -> List.of();

    /// The parts of that request; empty where nothing is known.
    List<ServerPart> of(Exchange exchange);
  }
}
