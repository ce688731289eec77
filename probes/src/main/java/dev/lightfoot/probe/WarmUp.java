package dev.lightfoot.probe;

import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.loopback.LoopbackTarget;
import dev.lightfoot.probe.page.PageRehearsal;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.quic.QuicLoop;
import dev.lightfoot.probe.quic.QuicWarmUp;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// Pays for class loading and compilation before the first run counts: a cold JVM was seen to add
/// 280 ms to the first TLS handshake. Everything happens against servers in this process, never
/// against the target.
final class WarmUp {
  /// Runs made before a short series, every fifth over http/1.1. After 15 the gaps between phases
  /// stop shrinking quickly; more cost more than they bring.
  private static final int RUNS = 15;

  /// Runs made before a long series, about 2 s more of some 10: with 15 the first of its runs took
  /// 1 to 4 ms more of our own TLS time than the later ones, which reads as drift.
  private static final int RUNS_OF_LONG = 60;

  /// A series that is made to be compared has as many runs or more.
  private static final int LONG = 20;

  /// Redirects in each of these runs. Without them the first one of a JVM took 10 to 15 ms of our
  /// own instead of 3.
  private static final int REDIRECTS = 2;

  /// Loads of a page of one document.
  private static final int PAGES = 5;

  private final boolean wanted;
  private int made;
  private Optional<X509Certificate> paid = Optional.empty();
  private boolean quicPaid;
  private boolean pagesPaid;

  private WarmUp(boolean wanted) {
    this.wanted = wanted;
  }

  /// Paid when first used, and the rest before the first long series.
  static WarmUp once() {
    return new WarmUp(true);
  }

  /// Never paid, for tests that measure no times.
  static WarmUp never() {
    return new WarmUp(false);
  }

  /// Comes back when it is paid for a series of so many runs, or soon where it has been.
  synchronized void pay(int runs, ProbeListener listener, Cancellation cancellation) {
    int needed = runs < LONG ? RUNS : RUNS_OF_LONG;
    if (wanted && made < needed) {
      listener.warmingUp();
      payUpTo(needed, cancellation);
    }
  }

  /// Warms the judge of the coming runs.
  synchronized void rehearse(TlsClient.Judge judge) {
    paid.ifPresent(judge::rehearse);
  }

  /// The same for QUIC, where HTTP/3 is going to be measured: most series do without.
  synchronized void payForQuic(Cancellation cancellation) {
    if (wanted && !quicPaid && QuicLoop.isAvailable()) {
      QuicWarmUp.pay(cancellation::isCancelled);
      quicPaid = !cancellation.isCancelled();
    }
  }

  /// The same for pages, where one is going to be loaded.
  synchronized void payForPages(Cancellation cancellation) {
    if (wanted && !pagesPaid && !cancellation.isCancelled()) {
      PageRehearsal.pay();
      loadOwn(cancellation);
      pagesPaid = !cancellation.isCancelled();
    }
  }

  private static void loadOwn(Cancellation cancellation) {
    try (LoopbackTarget target = new LoopbackTarget(0)) {
      ProbeRequest request = request(target).over(HttpChoice.HTTP_2);
      TlsClient.Judge judge =
          new TlsClient.Judge(TrustAnchors.only(target.root()), Clock.systemUTC());
      PagePlan plan = PagePlan.of(request, Viewport.DESKTOP, PAGES, false);
      try (PageRuns runs =
          new PageRuns(
              plan,
              new Route.Direct(""),
              PageListener.NONE,
              cancellation,
              AddressPolicy.STANDARD,
              new Engines(request, judge))) {
        Turns.take(List.of(runs), _ -> {});
      }
    } catch (IOException e) {
      return; // as with a probe
    }
  }

  private void payUpTo(int needed, Cancellation cancellation) {
    ScheduledExecutorService scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("warm-up-clock").factory());
    try (LoopbackTarget target = new LoopbackTarget(REDIRECTS)) {
      warm(needed, target, scheduler, cancellation);
      if (!cancellation.isCancelled()) {
        paid = Optional.of(target.root());
      }
    } catch (IOException e) {
      return; // no loopback to listen on: the first run is slower then, and nothing is lost
    } finally {
      scheduler.shutdownNow();
    }
  }

  private void warm(
      int needed,
      LoopbackTarget target,
      ScheduledExecutorService scheduler,
      Cancellation cancellation) {
    ProbeRequest request = request(target);
    TlsClient.Judge judge =
        new TlsClient.Judge(TrustAnchors.only(target.root()), Clock.systemUTC());
    ProbeRequest older = request.over(HttpChoice.HTTP_1_1);
    try (Engines engines = new Engines(request, judge);
        Engines others = new Engines(older, judge)) {
      for (; made < needed && !cancellation.isCancelled(); made++) {
        boolean first = made % 5 == 0;
        RunState state = made % 5 == 4 ? RunState.RESUMED : RunState.COLD;
        RunMaker maker =
            new RunMaker(
                first ? older : request,
                ProbeListener.NONE,
                cancellation,
                scheduler,
                AddressPolicy.STANDARD);
        HttpEngine engine = (first ? others : engines).engine(state);
        MeasuringThread.call(() -> maker.make(state, engine));
      }
    }
  }

  private static ProbeRequest request(LoopbackTarget target) {
    return new ProbeRequest(
        target.url(),
        "GET",
        Optional.empty(),
        List.of(),
        List.of(),
        new ResolverChoice.Server(target.nameServer()),
        AddressFamily.ANY,
        new ProxyChoice.None(),
        Optional.empty(),
        Duration.ofSeconds(5),
        false);
  }
}
