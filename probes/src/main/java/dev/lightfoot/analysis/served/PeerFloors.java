package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.ledger.CallFloor;
import dev.lightfoot.analysis.stack.PeerKey;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a call to each machine costs at least ([CallFloor]). Whether that is the way there and
/// back, and not the work of one statement that is repeated, is told by what comes near it: a
/// command that is no work, or three different ones.
public final class PeerFloors {
  private static final int ENOUGH_TEMPLATES = 3;
  private static final double NEAR = 1.3;

  private final Map<PeerKey, Optional<PeerFloor>> floors = new HashMap<>();

  /// One trip.
  private record Trip(long nanos, Call call) {}

  private PeerFloors() {}

  static PeerFloors of(List<ServedRequest> requests) {
    Map<PeerKey, List<Trip>> trips = new HashMap<>();
    for (ServedRequest request : requests) {
      PeerKey last = null;
      List<Trip> same = List.of();
      for (Call call : request.calls()) {
        OptionalLong trip = trip(request, call);
        if (trip.isPresent()) {
          PeerKey key = new PeerKey(call.layer(), request.service(), call.peer());
          if (!key.equals(last)) {
            last = key;
            same = trips.computeIfAbsent(key, _ -> new ArrayList<>());
          }
          same.add(new Trip(trip.getAsLong(), call));
        }
      }
    }
    PeerFloors floors = new PeerFloors();
    trips.forEach((key, all) -> floors.floors.put(key, floor(all)));
    return floors;
  }

  /// How long it took to be there and back once; empty where it was so more often. Of a call to a
  /// cache that connected first the connection was: to a database it takes several.
  private static OptionalLong trip(ServedRequest request, Call call) {
    if (call.trips() != 1 || !call.timed() || call.failed() || isAnswer(request, call)) {
      return OptionalLong.empty();
    }
    for (int i = call.position() + 1; i < request.tree().end(call.position()); i++) {
      if (request.part(i) == SpanPart.CONNECT) {
        Span made = request.tree().span(i);
        return call.layer() == Layer.CACHE && made.time().duration().isPresent()
            ? CallFloor.way(made, 0)
            : OptionalLong.empty();
      }
    }
    return CallFloor.way(call.span(), answered(request, call));
  }

  /// The called machine's own record tells nothing of the way to it.
  private static boolean isAnswer(ServedRequest request, Call call) {
    return request.part(call.position()) == SpanPart.ANSWER;
  }

  /// What the called machine recorded of the call.
  private static long answered(ServedRequest request, Call call) {
    long sum = 0;
    for (int i = call.position() + 1; i < request.tree().end(call.position()); i++) {
      if (request.part(i) == SpanPart.ANSWER) {
        sum += request.tree().span(i).time().durationNanos();
      }
    }
    return sum;
  }

  private static Optional<PeerFloor> floor(List<Trip> trips) {
    OptionalLong floor = CallFloor.least(trips.stream().map(Trip::nanos).toList());
    if (floor.isEmpty()) {
      return Optional.empty();
    }
    long least = floor.getAsLong();
    Set<String> near = new HashSet<>();
    boolean cheap = false;
    long step = 0;
    for (Trip trip : trips) {
      step = Math.max(step, trip.call().span().time().resolutionNanos());
      if (trip.nanos() <= least * NEAR) {
        near.add(trip.call().question().template());
        cheap |= isCheap(trip.call());
      }
    }
    return Optional.of(
        new PeerFloor(least, trips.size(), cheap || near.size() >= ENOUGH_TEMPLATES, step));
  }

  /// Whether it is hardly any work for the called.
  private static boolean isCheap(Call call) {
    Verb verb = call.text().verb();
    return verb.isOverhead()
        || (call.layer() == Layer.CACHE
            && !call.isBatch()
            && (verb == Verb.READ || verb == Verb.WRITE || verb == Verb.COUNT));
  }

  /// The floor of the machine that this call of a request went to; empty where too few calls went
  /// there.
  public Optional<PeerFloor> of(ServedRequest request, Call call) {
    return floors.getOrDefault(
        new PeerKey(call.layer(), request.service(), call.peer()), Optional.empty());
  }

  /// The round trip that the call cannot do without; 0 where it is not known.
  public long nanos(ServedRequest request, Call call) {
    return of(request, call).filter(PeerFloor::isDistance).map(PeerFloor::nanos).orElse(0L);
  }
}
