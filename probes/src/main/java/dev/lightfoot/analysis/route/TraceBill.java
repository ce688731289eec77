package dev.lightfoot.analysis.route;

import dev.lightfoot.model.Layer;
import dev.lightfoot.model.SpanKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Bills the calls of one complete trace to the requests that waited for them, each to the nearest
/// above it; and takes from each request's time what its parts took.
@SuppressWarnings("EnumOrdinal") // only for places in its own array
final class TraceBill {
  private static final int NONE = -1;
  private static final int DEEPEST = 10_000; // cycles of parents end here

  private static final Layer[] LAYERS = Layer.values();
  private static final Comparator<TracePart> BY_START = Comparator.comparingLong(TracePart::from);

  private final List<TracePart> parts;
  private final int[] parents;
  private final int[] requests;
  private final UnaryOperator<RouteRow> rows;
  private final @Nullable Sums[] bills; // of each request, by layer

  /// Calls to one layer as callers and as called tell of them.
  private static final class Sums {
    private long made;
    private long madeNanos;
    private long served;
    private long servedNanos;
  }

  private TraceBill(List<TracePart> given, UnaryOperator<RouteRow> rows) {
    this.rows = rows;
    parts = new ArrayList<>(given);
    parts.sort(BY_START);
    parents = new int[parts.size()];
    requests = new int[parts.size()];
    bills = new Sums[parts.size() * LAYERS.length];
  }

  /// Does both.
  ///
  /// @param rows the row that is billed in place of a request's own
  /// @return calls that are under no request
  static long settle(List<TracePart> trace, UnaryOperator<RouteRow> rows) {
    TraceBill bill = new TraceBill(trace, rows);
    bill.findParents();
    return bill.settle();
  }

  /// Does both where all others are right under the first.
  ///
  /// @param rows the row that is billed in place of a request's own
  /// @return calls that are under no request
  static long settleUnderFirst(List<TracePart> trace, UnaryOperator<RouteRow> rows) {
    TraceBill bill = new TraceBill(trace, rows);
    int first = bill.parts.indexOf(trace.getFirst());
    Arrays.fill(bill.parents, first);
    bill.parents[first] = NONE;
    return bill.settle();
  }

  private long settle() {
    findRequests();
    self();
    return calls();
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
    for (int i = 0; i < parts.size(); i++) {
      int at = i;
      int steps = 0;
      while (at != NONE && parts.get(at).row() == null && steps++ < DEEPEST) {
        at = parents[at];
      }
      requests[i] = at != NONE && parts.get(at).row() != null ? at : NONE;
    }
  }

  private void self() {
    long[] self = new long[parts.size()];
    long[] reached = new long[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      TracePart part = parts.get(i);
      self[i] = part.nanos();
      reached[i] = part.from();
      int above = parents[i];
      if (above != NONE && above < i && part.timed() && parts.get(above).timed()) {
        TracePart parent = parts.get(above);
        long from = Math.max(part.from(), reached[above]);
        long to = Math.min(part.from() + part.nanos(), parent.from() + parent.nanos());
        self[above] -= Math.max(0, to - from);
        reached[above] = Math.max(reached[above], to);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      RouteRow row = parts.get(i).row();
      if (row != null) {
        rows.apply(row).traced(Math.max(0, self[i]));
      }
    }
  }

  private long calls() {
    long unassigned = 0;
    for (int i = 0; i < parts.size(); i++) {
      TracePart part = parts.get(i);
      if (part.isCall() || part.isServed()) {
        if (isWithin(i)) {
          continue;
        }
        if (requests[i] == NONE) {
          unassigned += part.isCall() ? part.calls() : 0;
        } else {
          add(requests[i], part);
        }
      }
    }
    for (int i = 0; i < bills.length; i++) {
      Sums sums = bills[i];
      if (sums != null) {
        bill(i / LAYERS.length, LAYERS[i % LAYERS.length], sums);
      }
    }
    return unassigned;
  }

  /// What a driver tells of below a pool is the same trip.
  private boolean isWithin(int at) {
    if (parents[at] == NONE) {
      return false;
    }
    TracePart above = parts.get(parents[at]);
    return parts.get(at).isCall() && above.isCall() && above.layer() == parts.get(at).layer();
  }

  private void add(int request, TracePart part) {
    int at = request * LAYERS.length + part.layer().ordinal();
    Sums sums = bills[at];
    if (sums == null) {
      sums = new Sums();
      bills[at] = sums;
    }
    if (part.isCall()) {
      sums.made += part.calls();
      sums.madeNanos += part.nanos();
    } else {
      sums.served += part.calls();
      sums.servedNanos += part.nanos();
    }
  }

  private void bill(int at, Layer layer, Sums sums) {
    RouteRow row = parts.get(at).row();
    if (row != null) {
      boolean made = sums.made >= sums.served;
      long calls = made ? sums.made : sums.served;
      rows.apply(row).called(layer, calls, made ? sums.madeNanos : sums.servedNanos);
    }
  }
}
