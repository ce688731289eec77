package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.distance.Nearness;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.summary.DistanceBound;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far a machine behind the server can be at most, from the smallest round trip to it. That may
/// hold work of the machine's own, so it is a bound and never a measurement.
///
/// @param layer of the calls to it
/// @param peer which machine; empty where no record names it
/// @param floorNanos the smallest round trip seen
/// @param nearness what that is typical of
/// @param kilometres it is at most so far away
public record PeerDistance(
    Layer layer, Optional<Peer> peer, long floorNanos, Nearness nearness, long kilometres) {

  /// Those of a stack, in the order in which it calls them.
  public static List<PeerDistance> of(Stack stack) {
    List<PeerDistance> distances = new ArrayList<>();
    for (StackRow row : stack.rows()) {
      of(row)
          .filter(
              made ->
                  distances.stream()
                      .noneMatch(each -> each.layer == made.layer && each.peer.equals(made.peer)))
          .ifPresent(distances::add);
    }
    return distances;
  }

  /// That of the machine which a row's calls went to; empty where they are too few, or no calls.
  public static Optional<PeerDistance> of(StackRow row) {
    boolean behind =
        switch (row.layer()) {
          case DATABASE, CACHE, EXTERNAL -> true;
          default -> false;
        };
    if (!behind || row.trips() == 0 || row.rttNanos().isEmpty()) {
      return Optional.empty();
    }
    long floor = row.rttNanos().getAsLong();
    boolean here = row.peer().filter(PeerDistance::isHere).isPresent();
    return Optional.of(
        new PeerDistance(
            row.layer(),
            row.peer(),
            floor,
            here ? Nearness.SAME_HOST : Nearness.of(floor),
            here ? 0 : DistanceBound.kilometres(floor)));
  }

  /// The caller's own computer, by an address that never leaves it or a socket in its files.
  private static boolean isHere(Peer peer) {
    return peer instanceof Peer.DataStore store
        && store
            .address()
            .filter(
                address ->
                    address.startsWith("/")
                        || address.equals("localhost")
                        || address.startsWith("localhost:")
                        || Floors.isHere(address))
            .isPresent();
  }
}
