package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Divides the total of one line: each part takes at most what the parts before it left, the rest
/// is unexplained. So the parts can neither exceed the total nor miss it.
final class Parts {
  private final long total;
  private long left;
  private OptionalInt trips = OptionalInt.empty();
  private boolean atLeast;
  private OptionalLong rtt = OptionalLong.empty();
  private long distance;
  private long work;
  private long transfer;
  private long queue;

  private Parts(long total) {
    this.total = total;
    this.left = total;
  }

  static Parts of(long total) {
    return new Parts(total);
  }

  Parts distance(OptionalInt counted, Way way) {
    return distance(counted, way, left);
  }

  Parts distance(OptionalInt counted, Way way, long most) {
    trips = counted;
    if (counted.isPresent() && way.rttNanos().isPresent()) {
      rtt = way.rttNanos();
      distance = take(Math.min(most, way.distanceNanos(counted)));
    }
    return this;
  }

  /// There may be more trips than were counted.
  Parts atLeast(boolean more) {
    atLeast = more;
    return this;
  }

  Parts work(long nanos) {
    work = take(nanos);
    return this;
  }

  Parts transfer(long nanos) {
    transfer = take(nanos);
    return this;
  }

  Parts queue(long nanos) {
    queue = take(nanos);
    return this;
  }

  long distance() {
    return distance;
  }

  LedgerLine line(int hop, Optional<Phase> phase, Layer layer, Peer peer, Evidence evidence) {
    return new LedgerLine(
        hop, phase, layer, peer, trips, atLeast, rtt, distance, work, transfer, queue, left, total,
        evidence);
  }

  private long take(long nanos) {
    long taken = Math.min(nanos, left);
    left -= taken;
    return taken;
  }
}
