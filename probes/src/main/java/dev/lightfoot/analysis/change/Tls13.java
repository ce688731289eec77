package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.Optional;

/// TLS 1.3 without a retry: a full handshake takes one trip.
public record Tls13(String text) implements Change {
  @Override
  public ChangeKind kind() {
    return ChangeKind.TLS;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      Optional<Segment> tls = job.segment(Phase.TLS);
      if (tls.isPresent()
          && tls.get().trips() >= 2
          && job.facts().tls().filter(Tls13::isLong).isPresent()) {
        found = true;
        shorten(job, tls.get(), draw);
      }
    }
    return found;
  }

  private static void shorten(Job job, Segment tls, Draw draw) {
    long way = RoundTrip.nanos(job, tls, draw);
    double crypto = draw.between(Uncertainty.CRYPTOGRAPHY, 0.5, 1, 1.5);
    long rest = Math.round(tls.restNanos() * crypto) - (way - tls.rttNanos());
    tls.trips(tls.trips() - 1);
    tls.restNanos(rest);
  }

  private static boolean isLong(TlsFacts tls) {
    boolean old = tls.version().filter(name -> !name.equals("TLSv1.3")).isPresent();
    return (old && !tls.resumed()) || tls.helloRetryRequest();
  }
}
