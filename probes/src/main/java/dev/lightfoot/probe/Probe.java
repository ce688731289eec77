package dev.lightfoot.probe;

import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.quic.KeyLog;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /// @param keyLog takes the secrets of QUIC handshakes; for tests
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
    return compare(List.of(plan), listener, cancellation).getFirst();
  }

  @Override
  public List<Snapshot> compare(
      List<ProbePlan> plans, ProbeListener listener, Cancellation cancellation) {
    List<Series> all = new ArrayList<>();
    try {
      for (ProbePlan plan : plans) {
        Route route = route(plan.request());
        TlsClient.Judge judge = judge(plan.request().certificateAuthorities());
        warmUp.pay(judge, listener, cancellation);
        Engines engines =
            new Engines(plan.request(), judge, keyLog, () -> warmUp.payForQuic(cancellation));
        all.add(new Series(plan, route, listener, cancellation, policy, engines));
      }
      takeTurns(all);
      return all.stream().map(Series::snapshot).toList();
    } finally {
      all.forEach(Series::close);
    }
  }

  /// Round by round, each in the opposite order of the one before it, so that what drifts meanwhile
  /// hits all alike.
  private static void takeTurns(List<Series> all) {
    int number = 0;
    List<Series> order = all;
    while (all.stream().anyMatch(Series::goesOn)) {
      for (Series series : order) {
        if (series.goesOn()) {
          series.step(number++);
        }
      }
      order = order.reversed();
    }
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
}
