package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Saving;
import java.util.Arrays;
import java.util.List;

/// Some calls of one request that a rule looks at together, and what they cost.
///
/// @param request whose they are
/// @param calls by their start; at least one
public record CallGroup(ServedRequest request, List<Call> calls) {
  /// As many trips pass the gate of time by themselves: on a near test database their time hides
  /// what they cost with a far one.
  public static final int MANY = 20;

  private static final long SMALL_NANOS = 2_000_000;
  private static final double SMALL_SHARE = 0.02;
  private static final long LARGE_NANOS = 5_000_000;
  private static final double LARGE_SHARE = 0.05;

  public CallGroup {
    calls = List.copyOf(calls);
  }

  /// Round trips of all.
  public int trips() {
    long trips = 0;
    for (Call call : calls) {
      trips += call.trips();
    }
    return Math.clamp(trips, 0, Integer.MAX_VALUE);
  }

  /// The time that at least one of them ran.
  public long nanos() {
    return Extents.union(calls);
  }

  /// Their time on the request's critical path.
  public long pathNanos() {
    long sum = 0;
    for (Call call : calls) {
      sum += call.pathNanos();
    }
    return sum;
  }

  /// Trips that follow one another on the critical path.
  public int pathTrips() {
    long trips = 0;
    for (Call call : calls) {
      trips += call.pathNanos() > 0 ? call.trips() : 0;
    }
    return Math.clamp(trips, 0, Integer.MAX_VALUE);
  }

  /// The most trips that follow one another, on the critical path or not.
  public int chain() {
    return Extents.chain(calls);
  }

  /// Median time of a trip.
  public long medianNanos() {
    long[] each = new long[calls.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = calls.get(i).tripNanos();
    }
    Arrays.sort(each);
    return each[(each.length - 1) / 2];
  }

  /// Part of the request's time; 0 where that is not known.
  public double share() {
    return request.wallNanos() == 0 ? 0 : Math.min(1, (double) nanos() / request.wallNanos());
  }

  /// The gate for caches and single trips: at least 2 ms and 2 % of the request.
  public boolean passesSmall() {
    return passesSmall(nanos(), request);
  }

  /// Whether that time of a request passes the same gate.
  public static boolean passesSmall(long nanos, ServedRequest request) {
    return nanos >= SMALL_NANOS && nanos >= SMALL_SHARE * request.wallNanos();
  }

  /// The gate for most: at least 5 ms and 5 % of the request.
  public boolean passesLarge() {
    return passesLarge(nanos(), request);
  }

  /// Whether that time of a request passes the same gate.
  public static boolean passesLarge(long nanos, ServedRequest request) {
    return nanos >= LARGE_NANOS && nanos >= LARGE_SHARE * request.wallNanos();
  }

  /// Whether their number alone lets them pass.
  public boolean isMany() {
    return trips() >= MANY;
  }

  /// What it brings to make one call of them all.
  ///
  /// @param floorNanos smallest round trip to their peer; 0 where it is not known
  public Saving merged(long floorNanos) {
    return Saving.ofMerging(trips(), pathTrips(), floorNanos, medianNanos(), pathNanos());
  }

  /// What it brings to make none of them.
  ///
  /// @param floorNanos smallest round trip to their peer; 0 where it is not known
  public Saving dropped(long floorNanos) {
    long time = pathNanos();
    return Saving.within(time, trips(), pathTrips() * floorNanos, time, time);
  }
}
