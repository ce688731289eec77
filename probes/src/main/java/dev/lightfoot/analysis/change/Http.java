package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.analysis.page.PathCause;
import dev.lightfoot.analysis.replay.Channel;
import dev.lightfoot.analysis.replay.Edge;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.model.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All requests to an origin share one connection, and with it one window.
///
/// @param version 2 or 3
public record Http(String text, int version) implements Change {
  private static final long INITIAL_WINDOW = 14_600;

  @Override
  public ChangeKind kind() {
    return ChangeKind.HTTP;
  }

  /// The first connection to an origin.
  private record Shared(Job opener, Channel channel) {}

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    Map<String, Shared> byOrigin = new HashMap<>();
    boolean found = false;
    for (Job job : graph.jobs()) {
      String origin = PageHosts.origin(job.facts().url());
      if (job.isRemoved() || !applies(job, origin)) {
        continue;
      }
      found = true;
      Shared shared = byOrigin.get(origin);
      Optional<Shared> other =
          byOrigin.values().stream()
              .filter(each -> Coalescing.covers(each.opener(), job))
              .findFirst();
      if (shared != null) {
        share(job, shared);
      } else if (other.isPresent()) {
        byOrigin.put(origin, other.get());
        join(job, other.get());
      } else {
        byOrigin.put(origin, first(job));
      }
    }
    return found;
  }

  private boolean applies(Job job, String origin) {
    Optional<String> protocol = job.facts().protocol();
    boolean older =
        protocol.filter(name -> name.startsWith("http/1")).isPresent()
            || (version == 3 && protocol.equals(Optional.of("h2")));
    return older && origin.startsWith("https:");
  }

  private Shared first(Job job) {
    Channel channel = new Channel(INITIAL_WINDOW);
    job.on(channel);
    Optional<Segment> tls = job.segment(Phase.TLS);
    if (version == 3 && tls.isPresent()) {
      // QUIC carries the handshake of TLS 1.3 in its own: one trip for both
      job.segment(Phase.TCP).ifPresent(Segment::vanish);
      tls.get().trips(1);
    }
    return new Shared(job, channel);
  }

  /// The first request to another host that the same server and certificate answer for: its name is
  /// looked up, and no connection is made.
  private static void join(Job job, Shared shared) {
    Optional<Segment> name = job.segment(Phase.DNS);
    share(job, shared);
    name.ifPresent(dns -> job.takeOver(List.of(dns)));
  }

  private static void share(Job job, Shared shared) {
    job.on(shared.channel());
    boolean held = job.gates().stream().anyMatch(edge -> edge.cause() == PathCause.RENDER_BLOCKED);
    job.withoutSetUp();
    if (held) {
      // it was not for want of a connection that it waited
      job.gates().removeIf(edge -> edge.cause() != PathCause.RENDER_BLOCKED);
      return;
    }
    job.gates().clear();
    job.queueNanos(Math.min(0, job.queueNanos()));
    job.gates()
        .add(new Edge(shared.opener(), shared.opener().readyNanos(), PathCause.CONNECTION_SETUP));
  }
}
