package dev.lightfoot.analysis.distance;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.summary.DistanceBound;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How far away the machines are that the exchanges of a snapshot went to. The person's word comes
/// before what a server states, and that before what its name says.
public final class Distances {
  private final Floors floors;
  private final Optional<Place> from;
  private final Optional<Place> target;
  private final String targetHost;

  private Distances(
      Floors floors, Optional<Place> from, Optional<Place> target, String targetHost) {
    this.floors = floors;
    this.from = from;
    this.target = target;
    this.targetHost = targetHost;
  }

  /// Those of a snapshot, by the places in its environment.
  public static Distances of(Snapshot snapshot) {
    return new Distances(
        Floors.of(snapshot.runs()),
        snapshot.environment().place().flatMap(Distances::place),
        snapshot.environment().serverPlace().flatMap(Distances::place),
        WebUrl.hostIn(snapshot.target()));
  }

  /// Those of runs of which nobody says where they were made.
  public static Distances of(List<Run> runs) {
    return new Distances(Floors.of(runs), Optional.empty(), Optional.empty(), "");
  }

  private static Optional<Place> place(String written) {
    return Places.known().find(written).found();
  }

  /// Whether it is known where it was measured from: else no distance is [Distance.Known].
  public boolean knowsOrigin() {
    return from.isPresent();
  }

  /// How far away the machine is that this exchange went to.
  public Distance of(Exchange exchange) {
    boolean straight = exchange.proxy().isEmpty();
    if (straight && isHere(exchange)) {
      return new Distance.Here();
    }
    Optional<ServerPlace> to = straight ? server(exchange) : Optional.empty();
    OptionalLong floor = floors.nanos(exchange);
    return from.isPresent() && to.isPresent()
        ? between(from.get(), to.get(), floor)
        : bound(to, floor);
  }

  private static boolean isHere(Exchange exchange) {
    return exchange.connection().flatMap(Connection::address).filter(Floors::isHere).isPresent();
  }

  private static Distance between(Place from, ServerPlace to, OptionalLong floor) {
    double kilometres = from.kilometresTo(to.place());
    if (kilometres <= Places.SAME_KILOMETRES) {
      return new Distance.Together(from, to);
    }
    // a city is wide: only what is left beyond that is a contradiction
    long least = Medium.VACUUM.roundTripNanos(kilometres - Places.SAME_KILOMETRES);
    return floor.isPresent() && floor.getAsLong() < least
        ? new Distance.Impossible(
            from, to, Medium.VACUUM.roundTripNanos(kilometres), floor.getAsLong())
        : new Distance.Known(from, to, kilometres, floor);
  }

  private static Distance bound(Optional<ServerPlace> to, OptionalLong floor) {
    return floor.isPresent()
        ? new Distance.AtMost(DistanceBound.kilometres(floor.getAsLong()), to)
        : new Distance.Unknown(to);
  }

  private Optional<ServerPlace> server(Exchange exchange) {
    String host = WebUrl.hostIn(exchange.url());
    return target
        .filter(_ -> host.equals(targetHost))
        .map(place -> new ServerPlace(place, ServerPlace.Source.PERSON, ""))
        .or(() -> exchange.response().map(ResponseFacts::headers).flatMap(EdgePlaces::of))
        .or(
            () ->
                RegionWords.in(host)
                    .map(
                        place ->
                            new ServerPlace(place, ServerPlace.Source.HOST_NAME, place.code())));
  }
}
