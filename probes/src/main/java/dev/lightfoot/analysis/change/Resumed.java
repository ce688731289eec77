package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.Optional;

/// Every handshake goes on with an earlier session: one trip, and no certificate to be sent and
/// checked.
public record Resumed(String text) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.RESUMED;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      if (job.isRemoved()) {
        continue;
      }
      Optional<Segment> tls = job.segment(Phase.TLS);
      if (tls.isPresent() && job.facts().tls().filter(TlsFacts::resumed).isEmpty()) {
        found = true;
        Segment segment = tls.get();
        int fewer = Math.max(0, segment.trips() - 1);
        long way = RoundTrip.nanos(job, segment, draw);
        double crypto = draw.between(Uncertainty.CRYPTOGRAPHY, 0.05, 0.35, 1);
        long later = fewer * (way - segment.rttNanos());
        segment.trips(segment.trips() - fewer);
        segment.restNanos(Math.round(segment.restNanos() * crypto) - later);
      }
    }
    return found;
  }
}
