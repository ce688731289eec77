package dev.lightfoot.analysis.ledger;

import dev.lightfoot.analysis.chain.OwnTime;
import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.SlowStart;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Bills a chain of redirect hops in round trips. Every nanosecond of its wall time stands in
/// exactly one line and one column, so the lines add up by construction; distance never exceeds the
/// line it stands in.
public final class LedgerBuilder {
  /// What lies between phases and would read 0.0 is billed with the request, not on its own line.
  static final long SMALLEST_GAP_LINE = 50_000;

  private final Floors floors;
  private final ServerPart.Opening opening;
  private final LateTime late;
  private final List<LedgerLine> lines = new ArrayList<>();
  private int hop = -1;

  private LedgerBuilder(Floors floors, ServerPart.Opening opening, LateTime late) {
    this.floors = floors;
    this.opening = opening;
    this.late = late;
  }

  /// The bill of one chain.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static Ledger build(RedirectChain chain, List<Run> runs) {
    return build(chain, Floors.of(runs), ServerPart.Opening.NONE);
  }

  /// The bill of one chain whose servers were looked into.
  ///
  /// @param opening what is known of the inside of each wait
  public static Ledger build(RedirectChain chain, Floors floors, ServerPart.Opening opening) {
    LedgerBuilder builder = new LedgerBuilder(floors, opening, LateTime.of(chain.hops()));
    long end = chain.hops().isEmpty() ? 0 : chain.hops().getFirst().startNanos();
    for (Exchange exchange : chain.hops()) {
      builder.bill(exchange, exchange.startNanos() - end);
      end = exchange.endNanos();
    }
    return new Ledger(builder.lines, chain.durationNanos());
  }

  /// The bill of one hop alone.
  public static Ledger build(Exchange exchange, Floors floors) {
    LateTime late = LateTime.of(List.of(exchange));
    LedgerBuilder builder = new LedgerBuilder(floors, ServerPart.Opening.NONE, late);
    builder.bill(exchange, 0);
    return new Ledger(builder.lines, exchange.durationNanos());
  }

  private void bill(Exchange exchange, long pauseBefore) {
    hop++;
    Phases phases = exchange.phases();
    Peer peer = peer(exchange);
    Way way = floors.way(exchange);
    boolean sent = took(phases, Phase.SEND) || took(phases, Phase.WAIT);
    long gap = pauseBefore + exchange.gapNanos();
    if (!sent || gap >= SMALLEST_GAP_LINE || gap < 0) {
      long busy = late.outside(exchange, pauseBefore);
      addOwn(gap - busy);
      addBusy(Optional.empty(), busy);
      gap = 0;
    }
    addBlocked(phases);
    addDns(exchange);
    Way near = floors.firstWay(exchange);
    Peer first = exchange.proxy().map(LedgerBuilder::proxy).orElse(peer);
    addHandshake(exchange, Phase.TCP, Layer.TCP, first, near);
    addHandshake(exchange, Phase.PROXY, Layer.PROXY, first, near);
    addHandshake(exchange, Phase.QUIC, Layer.QUIC, peer, way);
    addHandshake(exchange, Phase.TLS, Layer.TLS, peer, way);
    if (sent) {
      addRequest(exchange, peer, way, gap);
    }
    addResponse(exchange, way);
  }

  /// The server that an exchange went to, or was meant for.
  public static Peer peer(Exchange exchange) {
    return exchange.proxy().isPresent()
        ? new Peer.BehindProxy(WebUrl.hostIn(exchange.url()))
        : exchange
            .connection()
            .flatMap(Connection::triedAddress)
            .<Peer>map(Peer.Named::new)
            .orElse(Peer.Known.NO_ADDRESS);
  }

  private static Peer proxy(ProxyHop proxy) {
    return new Peer.Proxy(proxy.url().replaceFirst("^http://", ""));
  }

  private void addOwn(long nanos) {
    if (nanos != 0) {
      lines.add(
          Parts.of(nanos)
              .work(nanos)
              .line(hop, Optional.empty(), Layer.BROWSER, Peer.Known.SELF, Evidence.MEASURED));
    }
  }

  /// What had arrived before the program had it: neither the network nor a server took that time.
  private void addBusy(Optional<Phase> phase, long nanos) {
    if (nanos != 0) {
      lines.add(
          Parts.of(nanos)
              .work(nanos)
              .line(hop, phase, Layer.BROWSER, Peer.Known.BUSY, Evidence.MEASURED));
    }
  }

  private void addBlocked(Phases phases) {
    long nanos = phases.durationNanos(Phase.BLOCKED);
    if (nanos > 0) {
      Evidence evidence = evidence(phases, Phase.BLOCKED);
      lines.add(
          Parts.of(nanos)
              .queue(nanos)
              .line(hop, Optional.of(Phase.BLOCKED), Layer.QUEUE, Peer.Known.SELF, evidence));
    }
  }

  private void addDns(Exchange exchange) {
    Phases phases = exchange.phases();
    if (took(phases, Phase.DNS)) {
      long busy = late.in(exchange, Phase.DNS);
      long total = phases.durationNanos(Phase.DNS) - busy;
      lines.addAll(new DnsLines(hop, total, evidence(phases, Phase.DNS)).of(exchange, floors));
      addBusy(Optional.of(Phase.DNS), busy);
    }
  }

  private void addHandshake(Exchange exchange, Phase phase, Layer layer, Peer peer, Way way) {
    Phases phases = exchange.phases();
    if (took(phases, phase)) {
      long busy = late.in(exchange, phase);
      lines.add(
          Parts.of(phases.durationNanos(phase) - busy)
              .distance(phases.trips(phase), way)
              .work(Math.max(0, OwnTime.ofHandshake(exchange, phase) - busy))
              .line(hop, Optional.of(phase), layer, peer, evidence(phases, phase)));
      addBusy(Optional.of(phase), busy);
    }
  }

  /// The request's line holds its sending and the distance of the wait; what is left of the wait
  /// passes inside the server, where only a log can look.
  private void addRequest(Exchange exchange, Peer peer, Way way, long gap) {
    Phases phases = exchange.phases();
    boolean proxied = exchange.proxy().isPresent();
    long send = phases.durationNanos(Phase.SEND);
    long wait = phases.durationNanos(Phase.WAIT);
    Evidence evidence = evidence(phases, took(phases, Phase.WAIT) ? Phase.WAIT : Phase.SEND);
    OptionalInt trips = phases.trips(Phase.WAIT);
    if (proxied) {
      // how much of the wait is distance behind the proxy and how much the server, cannot be seen
      // from here
      lines.add(
          Parts.of(send + wait + gap)
              .distance(trips, way)
              .transfer(send)
              .line(hop, Optional.of(Phase.WAIT), Layer.REQUEST, peer, evidence));
      return;
    }
    long distance = Parts.of(wait).distance(trips, way).distance();
    lines.add(
        Parts.of(send + distance + gap)
            .distance(trips, way, distance)
            .transfer(send)
            .line(hop, Optional.of(Phase.WAIT), Layer.REQUEST, peer, evidence));
    addServer(exchange, wait - distance, evidence);
  }

  /// What the servers recorded, and what of their share of the wait they did not. They cannot have
  /// taken longer than the client waited: what their clocks' steps add to it is taken off.
  private void addServer(Exchange exchange, long nanos, Evidence evidence) {
    long left = nanos;
    List<ServerPart> parts = opening.of(exchange);
    for (ServerPart part : parts) {
      long total = Math.min(left, part.totalNanos());
      if (total > 0) {
        left -= total;
        lines.add(part.line(hop, total));
      }
    }
    if (left > 0) {
      Peer rest = parts.isEmpty() ? Peer.Known.UNOPENED : Peer.Known.UNRECORDED;
      lines.add(Parts.of(left).line(hop, Optional.of(Phase.WAIT), Layer.APP, rest, evidence));
    }
  }

  private void addResponse(Exchange exchange, Way way) {
    Phases phases = exchange.phases();
    if (!took(phases, Phase.RECEIVE)) {
      return;
    }
    long total = phases.durationNanos(Phase.RECEIVE);
    OptionalInt trips = ExchangeTrips.ofBody(exchange, way);
    OptionalLong floor = ExchangeTrips.floor(way);
    OptionalInt billed = trips.orElse(0) == 0 ? OptionalInt.empty() : trips;
    long paused = SlowStart.pausedNanos(exchange.chunks(), floor);
    lines.add(
        Parts.of(total)
            .distance(billed, way)
            .transfer(Math.max(0, total - paused - billed.orElse(0) * floor.orElse(0)))
            .line(
                hop,
                Optional.of(Phase.RECEIVE),
                Layer.RESPONSE,
                body(exchange, trips),
                evidence(phases, Phase.RECEIVE)));
  }

  private static Peer body(Exchange exchange, OptionalInt rounds) {
    return new Peer.Body(exchange.response().map(ResponseFacts::bodyBytes).orElse(0L), rounds);
  }

  private static boolean took(Phases phases, Phase phase) {
    return switch (phases.byPhase().get(phase)) {
      case PhaseTiming.Measured _, PhaseTiming.Failed _ -> true;
      case PhaseTiming.NotApplicable _ -> false;
      case null -> false;
    };
  }

  private static Evidence evidence(Phases phases, Phase phase) {
    return switch (phases.byPhase().get(phase)) {
      case PhaseTiming.Measured measured -> measured.evidence();
      case PhaseTiming.Failed _, PhaseTiming.NotApplicable _ -> Evidence.MEASURED;
      case null -> Evidence.MEASURED;
    };
  }
}
