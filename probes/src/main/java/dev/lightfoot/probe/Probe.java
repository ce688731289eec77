package dev.lightfoot.probe;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// Measures over the network: http/1.1 and h2, on our own sockets and resolver.
public final class Probe implements ProbeSeries, LookupSeries {
  static {
    // the operating system's resolver is asked each time, as a cold run promises
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  private final TrustAnchors anchors;
  private final AddressPolicy policy;
  private final WarmUp warmUp;

  Probe(TrustAnchors anchors, AddressPolicy policy, WarmUp warmUp) {
    this.anchors = anchors;
    this.policy = policy;
    this.warmUp = warmUp;
  }

  /// Trusts what the JDK and the operating system trust.
  public static LookupSeries lookups() {
    return Shared.PROBE;
  }

  /// Trusts what the JDK and the operating system trust.
  public static ProbeSeries series() {
    return Shared.PROBE;
  }

  /// Reading the trust stores takes a while, so it is done once, on first use.
  private static final class Shared {
    private static final Probe PROBE =
        new Probe(TrustAnchors.system(), AddressPolicy.STANDARD, WarmUp.once());
  }

  /// Pays the start-up costs of measuring, against servers in this process. Installers do it once,
  /// to keep what was loaded.
  public static void rehearse() {
    Probe probe = Shared.PROBE;
    TlsClient.Judge judge = new TlsClient.Judge(probe.anchors, Clock.systemUTC());
    probe.warmUp.pay(judge, ProbeListener.NONE, new Cancellation());
  }

  @Override
  public List<ResolverLookups> compare(LookupPlan plan, Cancellation cancellation) {
    TlsClient.Judge judge = judge(plan.certificateAuthorities());
    warmUp.pay(judge, ProbeListener.NONE, cancellation);
    return new LookupRounds(plan, judge, cancellation).make();
  }

  private TlsClient.Judge judge(Optional<Path> authorities) {
    TrustAnchors trusted = authorities.map(anchors::and).orElse(anchors);
    return new TlsClient.Judge(trusted, Clock.systemUTC());
  }

  @Override
  public Snapshot measure(ProbePlan plan, ProbeListener listener, Cancellation cancellation) {
    ProbeRequest request = plan.request();
    Route route = route(request);
    TlsClient.Judge judge = judge(request.certificateAuthorities());
    warmUp.pay(judge, listener, cancellation);
    OffsetDateTime takenAt = OffsetDateTime.now(ZoneId.systemDefault());
    List<Run> runs = new ArrayList<>();
    ScheduledExecutorService scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("measure-clock").factory());
    String resolver;
    List<HostFacts> hosts;
    List<String> silent;
    try (Engines engines = new Engines(request, judge)) {
      resolver = engines.resolverDescription();
      for (int index = 0; index < plan.states().size() && goesOn(runs, cancellation); index++) {
        RunState state = plan.states().get(index);
        RunMaker maker = new RunMaker(request, listener, cancellation, scheduler, policy);
        listener.runStarted(index, state);
        Run run = MeasuringThread.call(() -> maker.make(state, engines.engine(state)));
        runs.add(run);
        listener.runEnded(index, run);
      }
      silent = engines.silentServers();
      hosts = new HostRound(engines, cancellation).of(runs);
    } finally {
      scheduler.shutdownNow();
    }
    return new Snapshot(
        SnapshotId.next(takenAt.toInstant()),
        Optional.empty(),
        request.url().toString(),
        takenAt,
        Surroundings.of(resolver, silent, route),
        runs,
        hosts,
        Map.of());
  }

  /// How the first request goes.
  private static Route route(ProbeRequest request) {
    URI url = request.url();
    Route route = request.proxy().rules().route(url.getScheme(), url.getHost());
    if (route instanceof Route.Unusable unusable) {
      throw new IllegalArgumentException(unusable.why());
    }
    return route;
  }

  /// After a failure that would repeat, or two of another kind in a row, no further run is made.
  private static boolean goesOn(List<Run> runs, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return false;
    }
    if (runs.isEmpty() || runs.getLast().error().isEmpty()) {
      return true;
    }
    RunError last = runs.getLast().error().get();
    boolean repeats = ErrorType.ofLabel(last.errorType()).map(Probe::wouldRepeat).orElse(false);
    boolean again = runs.size() >= 2 && runs.get(runs.size() - 2).error().isPresent();
    return !repeats && !again;
  }

  private static boolean wouldRepeat(ErrorType type) {
    return switch (type) {
      case TLS_RESET,
          TLS_CLOSED,
          TLS_TIMEOUT,
          CONNECTION_RESET,
          CONNECTION_CLOSED,
          BODY_CUT,
          STREAM_RESET,
          MALFORMED_RESPONSE,
          PROXY_CLOSED,
          PROXY_TIMEOUT,
          TLS_FAILED ->
          false;
      default -> true;
    };
  }
}
