package dev.lightfoot.probe;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.quic.KeyLog;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
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

/// Measures over the network: http/1.1, h2 and h3, on our own sockets and resolver.
public final class Probe implements ProbeSeries, LookupSeries {
  static {
    // the operating system's resolver is asked each time, as a cold run promises
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  private final TrustAnchors anchors;
  private final AddressPolicy policy;
  private final WarmUp warmUp;
  private final Optional<KeyLog> keyLog;

  Probe(TrustAnchors anchors, AddressPolicy policy, WarmUp warmUp) {
    this(anchors, policy, warmUp, Optional.empty());
  }

  /// @param keyLog hears the secrets of QUIC handshakes; for tests
  Probe(TrustAnchors anchors, AddressPolicy policy, WarmUp warmUp, Optional<KeyLog> keyLog) {
    this.anchors = anchors;
    this.policy = policy;
    this.warmUp = warmUp;
    this.keyLog = keyLog;
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
    TlsClient.Judge judge = judge(request.certificateAuthorities());
    warmUp.pay(judge, listener, cancellation);
    OffsetDateTime takenAt = OffsetDateTime.now(ZoneId.systemDefault());
    List<Run> runs = new ArrayList<>();
    ScheduledExecutorService scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("measure-clock").factory());
    String resolver;
    List<HostFacts> hosts = List.of();
    List<String> silent;
    try (Engines engines = new Engines(request, judge, keyLog)) {
      resolver = engines.resolverDescription();
      for (int index = 0; index < plan.states().size() && goesOn(runs, cancellation); index++) {
        RunState state = plan.states().get(index);
        RunMaker maker = new RunMaker(request, listener, cancellation, scheduler, policy);
        listener.runStarted(index, state);
        Run run = MeasuringThread.call(() -> maker.make(state, engines.engine(state)));
        runs.add(run);
        listener.runEnded(index, run);
        if (index == 0 && request.http() == HttpChoice.ANY && goesOn(runs, cancellation)) {
          // some hosts name HTTP/3 in DNS; asked between two runs, it costs none of them anything
          hosts = new HostRound(engines, cancellation).of(runs);
          engines.learn(hosts);
        }
      }
      silent = engines.silentServers();
      hosts = hosts.isEmpty() ? new HostRound(engines, cancellation).of(runs) : hosts;
    } finally {
      scheduler.shutdownNow();
    }
    return new Snapshot(
        SnapshotId.next(takenAt.toInstant()),
        Optional.empty(),
        request.url().toString(),
        takenAt,
        Surroundings.of(resolver, silent, "https".equals(request.url().getScheme())),
        runs,
        hosts,
        Map.of());
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
          TLS_FAILED ->
          false;
      default -> true;
    };
  }
}
