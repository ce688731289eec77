package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.page.Dependency;
import dev.lightfoot.analysis.page.LoadDelays;
import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.analysis.page.StartDependencies;
import dev.lightfoot.analysis.stack.PlacedSpan;
import dev.lightfoot.analysis.stack.PlacedSpans;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is known of one run before anything is changed: taken once, so that the run can be replayed
/// often.
public final class RunFacts {
  private static final long SLACK_NANOS = 1_000_000;

  private final Run run;
  private final Floors floors;
  private final Map<String, Long> connectByHost;
  private final List<List<Dependency>> starts;
  private final List<List<PlacedSpan>> placed = new ArrayList<>();
  private final List<List<CallText>> texts = new ArrayList<>();
  private final Flights flights;
  private final boolean[] counted;
  private final long observed;

  private RunFacts(Run run, SnapshotFloors shared) {
    this.run = run;
    this.floors = shared.floors();
    this.connectByHost = shared.connectByHost();
    this.observed = RunTime.nanos(run);
    this.flights = new Flights(run.exchanges());
    this.starts = StartDependencies.of(run);
    for (Exchange each : run.exchanges()) {
      List<PlacedSpan> spans = PlacedSpans.of(run, each, shared.behind());
      placed.add(spans);
      texts.add(spans.stream().map(span -> CallText.of(span.span())).toList());
    }
    this.counted = run.page().isPresent() ? ofPage() : ofChain();
  }

  /// Those of that run.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static RunFacts of(Run run, List<Run> runs) {
    return of(List.of(run), runs).getFirst();
  }

  /// Those of some runs of a snapshot.
  ///
  /// @param runs all of it
  public static List<RunFacts> of(List<Run> some, List<Run> runs) {
    SnapshotFloors shared = SnapshotFloors.of(runs);
    return some.stream().map(run -> new RunFacts(run, shared)).toList();
  }

  /// The run as a graph of its own, to be changed and run.
  public ReplayGraph graph() {
    return new GraphBuilder(this).build();
  }

  public Run run() {
    return run;
  }

  /// The time that the run took.
  public long observedNanos() {
    return observed;
  }

  private boolean[] ofChain() {
    RedirectChain chain = RedirectChain.of(run);
    boolean[] all = new boolean[run.exchanges().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = chain.holds(run.exchanges().get(i));
    }
    return all;
  }

  private boolean[] ofPage() {
    LoadDelays delays = LoadDelays.of(run);
    boolean[] all = new boolean[run.exchanges().size()];
    boolean any = false;
    for (int i = 0; i < all.length; i++) {
      all[i] = delays.delays(run.exchanges().get(i)) && isBeforeLoad(i);
      any |= all[i];
    }
    for (int i = 0; !any && i < all.length; i++) {
      all[i] = isBeforeLoad(i) || all.length == 1;
    }
    return all;
  }

  private boolean isBeforeLoad(int at) {
    return run.exchanges().get(at).endNanos() <= observed + SLACK_NANOS;
  }

  boolean counts(int at) {
    return counted[at];
  }

  List<Dependency> starts(int at) {
    return starts.get(at);
  }

  /// What the spans of that exchange say, in their order.
  List<CallText> texts(int at) {
    return texts.get(at);
  }

  List<PlacedSpan> placed(int at) {
    return placed.get(at);
  }

  /// When the flights of its connection began.
  long[] flights(Exchange exchange) {
    return flights.of(exchange, rtt(exchange, Phase.RECEIVE));
  }

  /// The floor of what that phase goes to; 0 where it is not known.
  long rtt(Exchange exchange, Phase phase) {
    return switch (phase) {
      case DNS -> resolver(exchange);
      case BLOCKED, SEND -> 0;
      case TCP, PROXY -> floors.connection(exchange).orElse(connect(exchange));
      case TLS, QUIC, WAIT, RECEIVE ->
          exchange.proxy().isPresent() ? 0 : floors.nanos(exchange).orElse(connect(exchange));
    };
  }

  private long connect(Exchange exchange) {
    return connectByHost.getOrDefault(PageHosts.of(exchange.url()), 0L);
  }

  private long resolver(Exchange exchange) {
    for (DnsQuery query : exchange.dns()) {
      OptionalLong floor = floors.nanos(query.server());
      if (query.trips().orElse(0) > 0 && floor.isPresent()) {
        return floor.getAsLong();
      }
    }
    return 0;
  }

  /// Round trips of that phase: counted, or else as many as its protocol takes.
  int trips(Exchange exchange, Phase phase) {
    OptionalInt counted = exchange.phases().trips(phase);
    if (counted.isPresent()) {
      return phase == Phase.RECEIVE ? 0 : counted.getAsInt();
    }
    return switch (phase) {
      case BLOCKED, SEND, RECEIVE -> 0;
      case DNS, TCP, PROXY, QUIC, WAIT -> 1;
      case TLS -> exchange.tls().filter(RunFacts::takesTwo).isPresent() ? 2 : 1;
    };
  }

  private static boolean takesTwo(TlsFacts tls) {
    return !tls.resumed() && tls.version().filter(name -> name.equals("TLSv1.2")).isPresent();
  }
}
