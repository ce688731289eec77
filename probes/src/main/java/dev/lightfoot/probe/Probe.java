package dev.lightfoot.probe;

import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.quic.KeyLog;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Measures over the network: http/1.1, h2 and h3, on our own sockets and resolver.
public final class Probe implements ProbeSeries, PageSeries, LookupSeries {
  static {
    // the operating system's resolver is asked each time, as a cold run promises
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  private final Supplier<TrustAnchors> anchors;
  private final AddressPolicy policy;
  private final WarmUp warmUp;
  private final Optional<KeyLog> keyLog;

  Probe(TrustAnchors anchors, AddressPolicy policy, WarmUp warmUp) {
    this(() -> anchors, policy, warmUp, Optional.empty());
  }

  /// @param anchors asked when something is to be measured, by any thread
  /// @param keyLog takes the secrets of QUIC handshakes; for tests
  Probe(
      Supplier<TrustAnchors> anchors,
      AddressPolicy policy,
      WarmUp warmUp,
      Optional<KeyLog> keyLog) {
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

  /// Loads pages without a browser. Trusts what the JDK and the operating system trust.
  public static PageSeries pages() {
    return Shared.PROBE;
  }

  private static final class Shared {
    private static final Probe PROBE =
        new Probe(() -> Roots.SYSTEM, AddressPolicy.STANDARD, WarmUp.once(), Optional.empty());
  }

  /// Reading the trust stores takes as long as the warm-up, so it is done once, beside it.
  private static final class Roots {
    private static final TrustAnchors SYSTEM = TrustAnchors.system();
  }

  /// Pays the start-up costs of measuring, against servers in this process. Installers do it once,
  /// to keep what was loaded.
  public static void rehearse() {
    Shared.PROBE.prepare(
        Optional.empty(), ProbePlan.DEFAULT_RUNS, ProbeListener.NONE, new Cancellation());
  }

  @Override
  public List<ResolverLookups> compare(LookupPlan plan, Cancellation cancellation) {
    TlsClient.Judge judge =
        prepare(plan.certificateAuthorities(), plan.runs(), ProbeListener.NONE, cancellation);
    return new LookupRounds(plan, judge, cancellation).make();
  }

  /// Warms up, and makes the trusted roots ready meanwhile. Comes back when both are done, so that
  /// nothing runs beside a measurement.
  private TlsClient.Judge prepare(
      Optional<Path> authorities, int runs, ProbeListener listener, Cancellation cancellation) {
    Optional<TrustAnchors> own = authorities.map(TrustAnchors::of);
    CompletableFuture<TlsClient.Judge> judge =
        CompletableFuture.supplyAsync(() -> judge(own), Probe::start);
    warmUp.pay(runs, listener, cancellation);
    TlsClient.Judge ready = judge.join();
    warmUp.rehearse(ready);
    return ready;
  }

  private TlsClient.Judge judge(Optional<TrustAnchors> own) {
    TrustAnchors trusted = anchors.get();
    return new TlsClient.Judge(own.map(trusted::and).orElse(trusted), Clock.systemUTC());
  }

  private static void start(Runnable task) {
    Thread.ofPlatform().daemon().name("trusted-roots").start(task);
  }

  @Override
  public List<Snapshot> compare(
      List<ProbePlan> plans, ProbeListener listener, Cancellation cancellation) {
    List<Series> all = new ArrayList<>();
    try {
      for (ProbePlan plan : plans) {
        Route route = route(plan.request());
        TlsClient.Judge judge =
            prepare(
                plan.request().certificateAuthorities(),
                plan.states().size(),
                listener,
                cancellation);
        Engines engines =
            new Engines(plan.request(), judge, keyLog, () -> warmUp.payForQuic(cancellation));
        all.add(new Series(plan, route, listener, cancellation, policy, engines));
      }
      Turns.take(all, listener::turnOf);
      return all.stream().map(Series::snapshot).toList();
    } finally {
      all.forEach(Series::close);
    }
  }

  @Override
  public List<Snapshot> compare(
      List<PagePlan> plans, PageListener listener, Cancellation cancellation) {
    ProbeListener warming =
        new ProbeListener() {
          @Override
          public void warmingUp() {
            listener.warmingUp();
          }
        };
    List<PageRuns> all = new ArrayList<>();
    try {
      for (PagePlan plan : plans) {
        ProbeRequest request = plan.request();
        Route route = route(request);
        TlsClient.Judge judge =
            prepare(request.certificateAuthorities(), plan.states().size(), warming, cancellation);
        warmUp.payForPages(cancellation);
        Engines engines =
            new Engines(request, judge, keyLog, () -> warmUp.payForQuic(cancellation));
        all.add(new PageRuns(plan, route, listener, cancellation, policy, engines));
      }
      Turns.take(all, listener::turnOf);
      return all.stream().map(PageRuns::snapshot).toList();
    } finally {
      all.forEach(PageRuns::close);
    }
  }

  /// How the first request goes.
  private static Route route(ProbeRequest request) {
    WebUrl url = request.url();
    Route route = request.proxy().rules().route(url.scheme(), url.host());
    if (route instanceof Route.Unusable unusable) {
      throw new IllegalArgumentException(unusable.why());
    }
    return route;
  }
}
