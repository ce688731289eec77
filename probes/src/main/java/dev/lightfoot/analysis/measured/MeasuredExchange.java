package dev.lightfoot.analysis.measured;

import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.model.EdgeCache;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.SlowStart;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RouteName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One exchange with its place in the snapshot.
public final class MeasuredExchange {
  private static final List<Phase> CONNECTING =
      List.of(Phase.DNS, Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC);
  private static final List<Phase> LEAST_ONE =
      List.of(Phase.DNS, Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC, Phase.WAIT);

  private final MeasuredRun run;
  private final int at;
  private final Exchange exchange;
  private final String host;
  private final OptionalLong floor;
  private final Optional<EdgeCache> edge;

  MeasuredExchange(MeasuredRun run, int at, Exchange exchange, PeerFloors peers) {
    this.run = run;
    this.at = at;
    this.exchange = exchange;
    host = PageHosts.of(exchange.url());
    floor = peers.nanos(exchange);
    edge = exchange.response().flatMap(response -> EdgeCache.of(response.headers()));
  }

  public MeasuredRun run() {
    return run;
  }

  /// Position in the run.
  public int at() {
    return at;
  }

  public Exchange exchange() {
    return exchange;
  }

  /// Host, and port where the URL names one.
  public String host() {
    return host;
  }

  /// Scheme, host and port.
  public String origin() {
    return PageHosts.origin(exchange.url());
  }

  /// Path without query, its ids made one.
  public String path() {
    return RouteName.of(PageHosts.target(exchange.url()));
  }

  /// Method and path.
  public String route() {
    return exchange.method() + " " + path();
  }

  /// The smallest round-trip time seen to its server.
  public OptionalLong floorNanos() {
    return floor;
  }

  /// The same, 0 where it is not known.
  public long floor() {
    return floor.orElse(0);
  }

  public int status() {
    return exchange.status().orElse(0);
  }

  public Optional<ResponseFacts> response() {
    return exchange.response();
  }

  /// What a cache on the way says it did.
  public Optional<EdgeCache> edge() {
    return edge;
  }

  /// The first value of that field of its response.
  public Optional<String> header(String name) {
    return exchange.response().flatMap(response -> response.header(name));
  }

  public Optional<ResourceType> type() {
    return exchange.resource().type();
  }

  /// When a phase that took place began; empty for one that did not, or that failed.
  public OptionalLong start(Phase phase) {
    return exchange.phases().timing(phase).orElse(null) instanceof PhaseTiming.Measured took
        ? OptionalLong.of(took.startNanos())
        : OptionalLong.empty();
  }

  /// When a phase that took place ended.
  public OptionalLong end(Phase phase) {
    return exchange.phases().timing(phase).orElse(null) instanceof PhaseTiming.Measured took
        ? OptionalLong.of(took.startNanos() + took.durationNanos())
        : OptionalLong.empty();
  }

  /// Whether it took place and did not fail.
  public boolean took(Phase phase) {
    return start(phase).isPresent();
  }

  /// Length of that phase; 0 where it did not take place.
  public long nanos(Phase phase) {
    return exchange.phases().durationNanos(phase);
  }

  public OptionalInt trips(Phase phase) {
    return exchange.phases().trips(phase);
  }

  /// Round trips of that phase: those that were counted, else the one that it takes at least. A
  /// name may have been known to this computer.
  public int leastTrips(Phase phase) {
    boolean travels =
        phase != Phase.DNS && LEAST_ONE.contains(phase) && nanos(phase) > 0 && isTransferred();
    return trips(phase).orElse(travels ? 1 : 0);
  }

  /// All round trips: those that were counted, at least one for each phase that takes one.
  public int trips() {
    int least = LEAST_ONE.stream().mapToInt(this::leastTrips).sum();
    return Math.max(least, ExchangeTrips.of(exchange, run.floors()).orElse(0));
  }

  /// Whether our own sockets carried it, not a browser and not what a file tells of.
  public boolean isOwn() {
    return exchange.source().equals(Exchange.SOCKET) || exchange.source().equals(Exchange.KERNEL);
  }

  /// Whether it came over the network, as far as is known.
  public boolean isTransferred() {
    return exchange.resource().isTransferred();
  }

  /// The flights in which its body came beyond the first one; empty where that cannot be seen.
  public OptionalInt bodyRounds() {
    OptionalInt seen = trips(Phase.RECEIVE);
    if (seen.isPresent() || floor.isEmpty() || exchange.chunks().isEmpty()) {
      return seen;
    }
    return SlowStart.rounds(exchange.chunks(), floor.getAsLong());
  }

  /// Whether it began with a connection of its own: over TCP or QUIC.
  public boolean connects() {
    return took(Phase.TCP) || took(Phase.QUIC);
  }

  /// When it began to look its server up or to connect to it.
  public OptionalLong connectingStart() {
    return CONNECTING.stream()
        .flatMap(phase -> start(phase).stream().boxed())
        .mapToLong(Long::longValue)
        .min();
  }

  /// How long it took to find, reach and secure the server.
  public long connectingNanos() {
    return CONNECTING.stream().mapToLong(this::nanos).sum();
  }

  /// Round trips of that.
  public int connectingTrips() {
    return CONNECTING.stream().mapToInt(this::leastTrips).sum();
  }

  /// How much of it is on the critical path.
  public long criticalConnectingNanos() {
    return CONNECTING.stream().mapToLong(this::criticalNanos).sum();
  }

  /// Whether the run waited for it.
  public boolean isCritical() {
    return run.isCritical(at);
  }

  /// How much of its time is on the critical path.
  public long criticalNanos() {
    return criticalNanos(exchange.startNanos(), exchange.endNanos());
  }

  /// How much of that stretch of its time is.
  public long criticalNanos(long fromNanos, long toNanos) {
    return run.criticalNanos(at, fromNanos, toNanos);
  }

  /// How much of that phase is.
  public long criticalNanos(Phase phase) {
    return took(phase) ? criticalNanos(start(phase).orElseThrow(), end(phase).orElseThrow()) : 0;
  }

  /// Its server, by the host that the URL names: what is true of every request to it.
  public FindingSubject host(Layer layer) {
    return new FindingSubject(host, "", Optional.of(layer), "");
  }

  /// The request itself.
  public FindingSubject request() {
    return request("");
  }

  /// The request, and what of it.
  public FindingSubject request(String text) {
    return new FindingSubject(host, route(), Optional.empty(), text);
  }
}
