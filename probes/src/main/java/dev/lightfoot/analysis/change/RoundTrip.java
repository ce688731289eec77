package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.model.Phase;

/// How long a round trip of a handshake is: at least the floor, at most what the connection took.
final class RoundTrip {
  private RoundTrip() {}

  static long nanos(Job job, Segment segment, Draw draw) {
    long least = segment.rttNanos();
    long connect = job.segment(Phase.TCP).map(Segment::nanos).orElse(least);
    long most = Math.clamp(connect, least, 2 * least);
    double share = draw.between(Uncertainty.ROUND_TRIP, 0, 0.5, 1);
    return least + Math.round(share * (most - least));
  }
}
