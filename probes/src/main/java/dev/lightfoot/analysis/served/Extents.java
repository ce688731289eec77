package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Span;
import java.util.Comparator;
import java.util.List;

/// How long spans and calls take together.
final class Extents {
  private Extents() {}

  /// How long a request took, see [ServedRequest#wallNanos()].
  static long wall(TraceParts parts, int root, int[] positions) {
    SpanTree tree = parts.tree();
    if (root != SpanTree.NONE && tree.span(root).time().duration().isPresent()) {
      return tree.span(root).time().durationNanos();
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long sum = 0;
    for (int position : positions) {
      Span span = tree.span(position);
      if (span.time().start().isPresent()) {
        first = Math.min(first, span.time().atUnixNanos());
        last = Math.max(last, span.time().atUnixNanos() + span.time().durationNanos());
      }
      sum += parts.part(position) == SpanPart.OTHER ? 0 : span.time().duration().orElse(0);
    }
    return Math.max(sum, Math.max(0, last - Math.min(first, last)));
  }

  /// The time that at least one of these ran; those of which only the duration is known are added.
  ///
  /// @param byStart in order of their start
  static long union(List<Call> byStart) {
    long sum = 0;
    long reached = Long.MIN_VALUE;
    for (Call call : byStart) {
      if (!call.timed()) {
        sum += call.nanos();
      } else if (call.endNanos() > reached) {
        sum += call.endNanos() - Math.max(call.startNanos(), reached);
        reached = call.endNanos();
      }
    }
    return sum;
  }

  /// The most trips of these that follow one another. What only has a duration is taken as made one
  /// after another.
  static int chain(List<Call> calls) {
    List<Call> byEnd = calls.stream().sorted(Comparator.comparingLong(Call::endNanos)).toList();
    long reached = Long.MIN_VALUE;
    int trips = 0;
    for (Call call : byEnd) {
      // a log that counts in milliseconds lets two calls overlap that came one after the other
      long step = Math.min(call.span().time().resolutionNanos(), call.nanos() / 2);
      if (!call.timed() || call.startNanos() + step >= reached) {
        trips += call.trips();
        reached = call.timed() ? call.endNanos() : reached;
      }
    }
    return trips;
  }
}
