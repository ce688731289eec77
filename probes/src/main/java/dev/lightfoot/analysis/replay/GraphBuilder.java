package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.page.Dependency;
import dev.lightfoot.analysis.page.PathCause;
import dev.lightfoot.analysis.page.StartDependencies;
import dev.lightfoot.analysis.stack.PlacedSpan;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.connection.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the graph of one run.
final class GraphBuilder {
  /// Stamps of different threads may contradict each other by so much.
  private static final long SLACK_NANOS = 1_000_000;

  private final RunFacts facts;
  private final List<Job> jobs = new ArrayList<>();
  private final List<Job> urgent = new ArrayList<>();
  private final Map<Integer, Job> byPosition = new HashMap<>();
  private final Map<Integer, Job> openers = new HashMap<>();
  private final Map<Integer, List<Job>> byConnection = new HashMap<>();

  GraphBuilder(RunFacts facts) {
    this.facts = facts;
  }

  ReplayGraph build() {
    List<Exchange> all = facts.run().exchanges();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong(at -> connectedNanos(all.get(at))));
    for (int at : order) {
      add(at, all.get(at));
    }
    return new ReplayGraph(facts, jobs);
  }

  /// When it went on with a connection: what it waited for had come by then, so that this is an
  /// order in which all can be run.
  private static long connectedNanos(Exchange exchange) {
    return span(exchange.phases().timing(Phase.BLOCKED))
        .map(it -> it[0] + it[1])
        .orElse(exchange.startNanos());
  }

  private void add(int at, Exchange exchange) {
    Job job = new Job(at, exchange, facts.counts(at), body(exchange), server(at));
    List<Edge> starts = new ArrayList<>();
    for (Dependency each : facts.starts(at)) {
      Job from = byPosition.get(each.exchange());
      if (from != null) {
        starts.add(new Edge(from, each.atNanos(), each.cause()));
      }
    }
    job.begun(starts);
    long blocked = segments(job, exchange);
    gate(job, exchange, blocked);
    jobs.add(job);
    if (StartDependencies.mayHoldUp(exchange)) {
      urgent.add(job);
    }
    byPosition.put(at, job);
    exchange.connection().ifPresent(connection -> remember(job, connection));
  }

  private void remember(Job job, Connection connection) {
    byConnection.computeIfAbsent(connection.id(), _ -> new ArrayList<>()).add(job);
    if (!connection.reused()) {
      openers.putIfAbsent(connection.id(), job);
    }
  }

  private long segments(Job job, Exchange exchange) {
    long end = exchange.startNanos();
    long blocked = 0;
    long blockedSince = 0;
    for (Phase phase : Phase.values()) {
      Optional<long[]> span = span(exchange.phases().timing(phase));
      if (span.isEmpty()) {
        continue;
      }
      long start = span.get()[0];
      long length = span.get()[1];
      if (phase == Phase.BLOCKED) {
        blocked += length;
        blockedSince = length;
        continue;
      }
      long gap = start - end - blockedSince;
      blockedSince = 0;
      job.segments()
          .add(
              new Segment(
                  phase,
                  start,
                  length,
                  gap,
                  facts.trips(exchange, phase),
                  facts.rtt(exchange, phase)));
      end = start + length;
      if (phase == Phase.WAIT) {
        job.segments().getLast().rounds(rounds(exchange, start, end));
      }
    }
    return blocked;
  }

  /// Rounds that the head of the response waited for, behind others on its connection.
  private int rounds(Exchange exchange, long start, long end) {
    long rtt = facts.rtt(exchange, Phase.WAIT);
    return Flights.within(
        facts.flights(exchange), start + rtt + Flights.soon(rtt), end - Flights.soon(rtt));
  }

  private static Optional<long[]> span(Optional<PhaseTiming> timing) {
    return switch (timing.orElse(null)) {
      case PhaseTiming.Measured it -> Optional.of(new long[] {it.startNanos(), it.durationNanos()});
      case PhaseTiming.Failed it -> Optional.of(new long[] {it.startNanos(), it.durationNanos()});
      case PhaseTiming.NotApplicable _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  private void gate(Job job, Exchange exchange, long blocked) {
    long cursor = exchange.startNanos();
    boolean opens = job.opens();
    for (Segment each : job.segments()) {
      cursor += each.gapNanos();
      if (opens || !Job.isSetUp(each.phase())) {
        long until = Math.max(each.startNanos(), cursor) + SLACK_NANOS;
        exchange.connection().ifPresent(it -> gates(job, it, until));
        if (blocked > 0) {
          holders(job, until);
        }
        long last = job.gates().stream().mapToLong(Edge::atNanos).max().orElse(cursor);
        if (blocked > 0 || !job.gates().isEmpty()) {
          job.gated(each.startNanos() - Math.max(cursor, last));
        }
        return;
      }
      cursor += each.nanos();
    }
  }

  private void gates(Job job, Connection connection, long until) {
    if (!connection.reused()) {
      return;
    }
    Job opener = openers.get(connection.id());
    if (opener != null && opener.readyNanos() <= until) {
      job.gates().add(new Edge(opener, opener.readyNanos(), PathCause.CONNECTION_SETUP));
    }
    boolean oneAtATime =
        job.facts().protocol().filter(name -> name.startsWith("http/1")).isPresent();
    if (oneAtATime) {
      for (Job other : byConnection.getOrDefault(connection.id(), List.of())) {
        long end = other.facts().endNanos();
        if (end <= until) {
          job.gates().add(new Edge(other, end, PathCause.CONNECTION_BUSY));
        }
      }
    }
  }

  /// A browser holds back what is not urgent until what is urgent is there; such a wait has no
  /// connection that it is for.
  private void holders(Job job, long until) {
    long last = job.gates().stream().mapToLong(Edge::atNanos).max().orElse(0);
    for (Job other : urgent) {
      long end = other.facts().endNanos();
      if (end > Math.max(last, job.facts().startNanos()) && end <= until) {
        job.gates().add(new Edge(other, end, PathCause.RENDER_BLOCKED));
      }
    }
  }

  private Optional<Body> body(Exchange exchange) {
    return span(exchange.phases().timing(Phase.RECEIVE))
        .map(
            it ->
                new Body(
                    new Body.Came(
                        exchange.chunks(),
                        it[0],
                        it[0] + it[1],
                        exchange.response().map(ResponseFacts::bodyBytes).orElse(0L),
                        exchange.phases().trips(Phase.RECEIVE).orElse(0)),
                    facts.flights(exchange),
                    facts.rtt(exchange, Phase.RECEIVE)));
  }

  private ServerTimes server(int at) {
    List<ServerCall> roots = new ArrayList<>();
    List<ServerCall> all = new ArrayList<>();
    for (PlacedSpan placed : facts.placed(at)) {
      ServerCall call = new ServerCall(placed, facts.texts(at).get(all.size()));
      all.add(call);
      boolean root = placed.parent() == SpanTree.NONE;
      if (!placed.floating()) {
        (root ? roots : all.get(placed.parent()).children()).add(call);
      }
    }
    for (ServerCall call : all) {
      call.children().sort(Comparator.comparingLong(ServerCall::startNanos));
    }
    roots.sort(Comparator.comparingLong(ServerCall::startNanos));
    return new ServerTimes(roots);
  }
}
