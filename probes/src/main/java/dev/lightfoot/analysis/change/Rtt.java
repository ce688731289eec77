package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The target lies elsewhere: each round trip to it takes so long.
///
/// @param rttNanos the new round-trip time
/// @param scope whose
public record Rtt(String text, ChangeKind kind, long rttNanos, Scope scope) implements Change {
  /// A tenth of a round trip may be missed.
  private static final double CLOSE = 0.15;

  private static final long CLOSE_NANOS = 500_000;
  private static final double MILLI = 1e6;

  /// Which peers are meant.
  public sealed interface Scope {
    /// Every server that the client asks itself.
    record Servers() implements Scope {}

    /// The resolver.
    record Resolver() implements Scope {}

    /// What is called in that layer behind the target.
    record Called(Layer layer) implements Scope {}

    /// A host by its name.
    record Host(String name) implements Scope {}
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    boolean found = false;
    for (Job job : graph.jobs()) {
      found |=
          switch (scope) {
            case Scope.Servers() -> front(job);
            case Scope.Resolver() -> resolver(job);
            case Scope.Called(Layer layer) -> behind(job, new Calls.OfLayer(layer), draw);
            case Scope.Host(String name) -> host(job, name, draw);
          };
    }
    return found;
  }

  private boolean host(Job job, String name, Draw draw) {
    boolean before = Targets.isHost(name, job.facts().url()) && front(job);
    boolean behind = behind(job, new Calls.OfPeer(name), draw);
    return before || behind;
  }

  private boolean front(Job job) {
    boolean found = false;
    for (Segment each : job.segments()) {
      if (each.phase() != Phase.DNS && each.phase() != Phase.SEND && each.rttNanos() > 0) {
        each.rttNanos(rttNanos);
        found = true;
      }
    }
    if (found) {
      job.body().ifPresent(body -> body.rttNanos(rttNanos));
    }
    return found;
  }

  private boolean resolver(Job job) {
    Optional<Segment> dns = job.segment(Phase.DNS).filter(each -> each.rttNanos() > 0);
    dns.ifPresent(each -> each.rttNanos(rttNanos));
    return dns.isPresent();
  }

  private boolean behind(Job job, Calls which, Draw draw) {
    return which.edit(
        job,
        call -> {
          long floor = call.rttNanos().orElse(0);
          double overhead = draw.between(Uncertainty.CALL_OVERHEAD, 0.1, 0.5, 1);
          long own = Math.min(floor / 2, Math.round(overhead * MILLI));
          call.lengthen(call.trips() * (rttNanos - Math.max(0, floor - own)));
        });
  }

  @Override
  public List<String> targets(ReplayGraph graph) {
    List<String> targets = new ArrayList<>();
    for (Job job : graph.jobs()) {
      targets.add(PageHosts.of(job.facts().url()));
      job.server()
          .each(
              call -> {
                if (call.trips() > 0 && call.rttNanos().isPresent()) {
                  targets.add(call.layer().label());
                }
              });
    }
    return targets.stream().distinct().toList();
  }

  /// Seen where the least round-trip time is about as was asked for.
  @Override
  public Optional<Boolean> isMade(ReplayGraph later) {
    List<Long> seen = new ArrayList<>();
    for (Job job : later.jobs()) {
      switch (scope) {
        case Scope.Servers() -> seen(job, seen);
        case Scope.Resolver() -> job.segment(Phase.DNS).map(Segment::rttNanos).ifPresent(seen::add);
        case Scope.Called(Layer layer) ->
            new Calls.OfLayer(layer).edit(job, call -> seen.add(call.rttNanos().orElse(0)));
        case Scope.Host(String name) -> {
          if (Targets.isHost(name, job.facts().url())) {
            seen(job, seen);
          }
          new Calls.OfPeer(name).edit(job, call -> seen.add(call.rttNanos().orElse(0)));
        }
      }
    }
    return seen.stream()
        .filter(nanos -> nanos > 0)
        .min(Long::compare)
        .map(least -> Math.abs(least - rttNanos) <= Math.max(CLOSE * rttNanos, CLOSE_NANOS));
  }

  private static void seen(Job job, List<Long> seen) {
    job.segments().stream()
        .filter(each -> each.phase() != Phase.DNS)
        .forEach(each -> seen.add(each.rttNanos()));
  }
}
