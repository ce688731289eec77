package dev.lightfoot.analysis.route;

import dev.lightfoot.analysis.route.RouteStatistics.Calls;
import dev.lightfoot.analysis.trace.SelfTimes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanParents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bills the calls of one complete trace to the requests that waited for them, each to the nearest
/// above it; takes from each request's time what its parts took; and finds the requests that are
/// some because what asked for them was not read.
@SuppressWarnings("EnumOrdinal") // only for places in its own array
final class TraceBill {
  private static final int NONE = SpanParents.NONE;
  private static final int DEEPEST = 10_000; // cycles of parents end here

  private static final Layer[] LAYERS = Layer.values();
  private static final Comparator<TracePart> BY_START =
      Comparator.comparingLong(part -> part.time().atUnixNanos());

  private final List<TracePart> parts;
  private final int[] parents;
  private final int[] requests;
  private final RouteCounts counts;
  private final @Nullable RouteRow[] rows; // of each part that is a request and has a row
  private final @Nullable Sums[] bills; // of each request by layer, those of none first

  /// Calls to one layer as callers recorded them, and as the called recorded them.
  private static final class Sums {
    private final Side made = new Side();
    private final Side served = new Side();
  }

  private static final class Side {
    private long trips;
    private long operations;
    private long nanos;

    void add(TracePart part) {
      RoundTrips stands = part.stands();
      trips += stands.trips();
      operations += stands.operations();
      nanos += part.nanos();
    }
  }

  private final Map<Layer, RoundTrips> trips = new EnumMap<>(Layer.class);

  private TraceBill(List<TracePart> given, RouteCounts counts) {
    this.counts = counts;
    parts = new ArrayList<>(given);
    parts.sort(BY_START);
    parents = new int[parts.size()];
    requests = new int[parts.size()];
    rows = new RouteRow[parts.size()];
    bills = new Sums[(parts.size() + 1) * LAYERS.length];
  }

  /// Does all of it.
  ///
  /// @param counts in which each request of it is counted already, unless it is one for want of a
  ///   parent
  static void settle(List<TracePart> trace, RouteCounts counts) {
    TraceBill bill = new TraceBill(trace, counts);
    bill.findParents();
    bill.settle();
  }

  /// What the calls of a trace come to, by layer; layers without one are left out.
  static Map<Layer, RoundTrips> trips(List<TracePart> trace) {
    TraceBill bill = new TraceBill(trace, new RouteCounts());
    bill.findParents();
    bill.settle();
    return bill.trips;
  }

  /// Does it where all others are right under the first.
  static void settleUnderFirst(List<TracePart> trace, RouteCounts counts) {
    TraceBill bill = new TraceBill(trace, counts);
    int first = bill.parts.indexOf(trace.getFirst());
    Arrays.fill(bill.parents, first);
    bill.parents[first] = NONE;
    bill.settle();
  }

  private void settle() {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(parts.get(i), parents[i]);
    }
    findRequests();
    self();
    calls();
  }

  private @Nullable RouteRow row(TracePart part, int parent) {
    if (part.route() == null || !(part.request() || parent == NONE)) {
      return null;
    }
    RouteRow row = counts.row(part.route());
    if (!part.request()) {
      if (row == null) {
        counts.unlisted();
      } else {
        row.add(part.time(), part.failed());
      }
    }
    return row;
  }

  private void findParents() {
    Map<Long, Integer> callers = new HashMap<>();
    Map<Long, Integer> others = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      TracePart part = parts.get(i);
      (part.kind() == SpanKind.CLIENT ? callers : others).putIfAbsent(part.id(), i);
    }
    for (int i = 0; i < parts.size(); i++) {
      TracePart part = parts.get(i);
      boolean server = part.kind() == SpanKind.SERVER;
      int shared = server ? callers.getOrDefault(part.id(), NONE) : NONE;
      int other = others.getOrDefault(part.parent(), NONE);
      int caller = callers.getOrDefault(part.parent(), NONE);
      int above = other == NONE || (server && caller != NONE) ? caller : other;
      parents[i] = shared != NONE ? shared : part.parent() == 0 || above == i ? NONE : above;
    }
  }

  /// The request above each span, itself where it is one.
  private void findRequests() {
    for (int i = 0; i < rows.length; i++) {
      int at = i;
      int steps = 0;
      while (at != NONE && rows[at] == null && steps++ < DEEPEST) {
        at = parents[at];
      }
      requests[i] = at != NONE && rows[at] != null ? at : NONE;
    }
  }

  private void self() {
    long[] self = SelfTimes.of(position -> parts.get(position).time(), parents);
    for (int i = 0; i < rows.length; i++) {
      RouteRow row = rows[i];
      if (row != null) {
        row.traced(self[i]);
      }
    }
  }

  private void calls() {
    for (int i = 0; i < requests.length; i++) {
      TracePart part = parts.get(i);
      if (part.isCall() && isWithin(i)) {
        counts.layer(part.layer()).within(part.stands());
      } else if (part.isCall() || part.isServed()) {
        add(requests[i], part);
      }
    }
    for (int i = 0; i < bills.length; i++) {
      Sums sums = bills[i];
      if (sums != null) {
        int request = i / LAYERS.length - 1;
        bill(request == NONE ? null : rows[request], LAYERS[i % LAYERS.length], sums);
      }
    }
  }

  /// A driver's record of a call below a pool's is the same trip.
  private boolean isWithin(int at) {
    return parents[at] != NONE
        && parts.get(parents[at]).isCall()
        && parts.get(parents[at]).layer() == parts.get(at).layer();
  }

  private void add(int request, TracePart part) {
    int at = (request + 1) * LAYERS.length + part.layer().ordinal();
    Sums sums = bills[at];
    if (sums == null) {
      sums = new Sums();
      bills[at] = sums;
    }
    (part.isCall() ? sums.made : sums.served).add(part);
  }

  /// As the callers recorded them; as the called did, where they recorded more.
  private void bill(@Nullable RouteRow row, Layer layer, Sums sums) {
    Side side = sums.made.trips >= sums.served.trips ? sums.made : sums.served;
    if (row == null) {
      counts.unassigned(sums.made.trips);
    } else {
      row.called(layer, new Calls(side.trips, side.operations, side.trips, side.nanos));
    }
    RoundTrips before = trips.getOrDefault(layer, new RoundTrips(0, 0));
    trips.put(
        layer, new RoundTrips(before.trips() + side.trips, before.operations() + side.operations));
  }
}
