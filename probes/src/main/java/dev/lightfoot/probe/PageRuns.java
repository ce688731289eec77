package dev.lightfoot.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.page.HttpCache;
import dev.lightfoot.probe.page.LoadEvents;
import dev.lightfoot.probe.page.Loaded;
import dev.lightfoot.probe.page.PageLoader;
import dev.lightfoot.probe.page.request.PageRequest;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The loads of one page, made one at a time, so that several pages can take turns.
final class PageRuns implements Turns.Side, AutoCloseable {
  private final PagePlan plan;
  private final Route route;
  private final PageListener listener;
  private final Cancellation cancellation;
  private final AddressPolicy policy;
  private final Engines engines;
  private final OffsetDateTime takenAt = OffsetDateTime.now(ZoneId.systemDefault());
  private final String resolver;
  private final List<Run> runs = new ArrayList<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("measure-clock").factory());
  private HttpCache cache = new HttpCache();
  private List<HostFacts> hosts = List.of();

  PageRuns(
      PagePlan plan,
      Route route,
      PageListener listener,
      Cancellation cancellation,
      AddressPolicy policy,
      Engines engines) {
    this.plan = plan;
    this.route = route;
    this.listener = listener;
    this.cancellation = cancellation;
    this.policy = policy;
    this.engines = engines;
    this.resolver = engines.resolverDescription();
  }

  @Override
  public boolean goesOn() {
    return runs.size() < plan.states().size() && Series.goesOn(runs, cancellation);
  }

  @Override
  public void step(int number) {
    RunState state = plan.states().get(runs.size());
    listener.runStarted(number, state);
    if (state == RunState.COLD) {
      cache = new HttpCache();
    }
    Run made = MeasuringThread.call(() -> load(state, engines.engine(state)));
    Run run = runs.size() < plan.preparing() ? made.with(Optional.of(LeftOut.PREPARING)) : made;
    runs.add(run);
    listener.runEnded(number, run);
    if (runs.size() == 1 && plan.request().http() == HttpChoice.ANY && goesOn()) {
      // some hosts name HTTP/3 in DNS; asked between two runs, it costs none of them anything
      hosts = documentHosts();
      engines.learn(hosts);
    }
  }

  private Run load(RunState state, HttpEngine engine) {
    ProbeRequest request = plan.request();
    PageRequest page =
        new PageRequest(
            Urls.of(request.url()),
            RequestHeaders.ofPage(request),
            RequestHeaders.newTraces(request),
            request.cookies(),
            plan.viewport());
    ConnectGate gate = new ConnectGate(policy, request.allowPrivate());
    BreakOff breakOff = new BreakOff(request.timeout());
    try (PageLoader loader = new PageLoader(page, engine, cache, gate, new Reporting());
        Cancellation.Registration _ =
            cancellation.onCancel(() -> loader.cancel(BreakOff::cancelled));
        StallWatch stalls = new StallWatch(scheduler)) {
      ScheduledFuture<?> watchdog =
          scheduler.schedule(
              () -> loader.giveUp(breakOff::timedOut, breakOff.seconds()),
              request.timeout().toNanos(),
              TimeUnit.NANOSECONDS);
      try {
        return run(state, loader.load(), stalls.stalled());
      } finally {
        watchdog.cancel(false);
      }
    }
  }

  private Run run(RunState state, Loaded loaded, boolean stalled) {
    remarks.addAll(loaded.remarks());
    OffsetDateTime startedAt = loaded.startedAt().atZone(ZoneId.systemDefault()).toOffsetDateTime();
    return new Run(
            state, startedAt, loaded.error(), stalled, loaded.exchanges(), List.of(), List.of())
        .as(loaded.page())
        .with(state == RunState.WARM ? notKept(loaded) : Optional.empty());
  }

  /// A warm load whose document needed a new connection is not what it is called, and no median of
  /// warm ones holds it.
  private static Optional<LeftOut> notKept(Loaded loaded) {
    boolean kept =
        document(loaded.exchanges(), loaded.page())
            .flatMap(Exchange::connection)
            .map(Connection::reused)
            .orElse(true);
    return kept || loaded.error().isPresent() ? Optional.empty() : Optional.of(LeftOut.NOT_KEPT);
  }

  private static Optional<Exchange> document(List<Exchange> exchanges, PageLoad page) {
    OptionalInt index = page.documentExchange();
    return index.isPresent() ? Optional.of(exchanges.get(index.getAsInt())) : Optional.empty();
  }

  /// What DNS says of the document's host: a page may have dozens of others, and each takes up to
  /// two seconds.
  private List<HostFacts> documentHosts() {
    List<Run> reduced = new ArrayList<>();
    for (Run run : runs) {
      List<Exchange> own =
          run.page().flatMap(page -> document(run.exchanges(), page)).stream().toList();
      reduced.add(run.with(own, List.of(), List.of()));
    }
    return new HostRound(engines, cancellation).of(reduced);
  }

  /// Everything measured.
  Snapshot snapshot() {
    List<String> warnings = engines.resolverWarnings();
    if (hosts.isEmpty()) {
      hosts = documentHosts();
    }
    return new Snapshot(
        SnapshotId.next(takenAt.toInstant()),
        Optional.empty(),
        plan.request().url().toString(),
        takenAt,
        Surroundings.of(resolver, warnings, route).warning(remarks),
        runs,
        hosts,
        Map.of());
  }

  /// Passes on what a load does.
  private final class Reporting implements LoadEvents {
    @Override
    public void found(
        int exchange, String url, Initiator initiator, Resource resource, long atNanos) {
      listener.exchangeFound(new PageListener.Found(exchange, url, initiator, resource, atNanos));
    }

    @Override
    public void started(int exchange, long atNanos) {
      listener.exchangeStarted(exchange, atNanos);
    }

    @Override
    public void ended(int exchange, Exchange measured) {
      listener.exchangeEnded(exchange, measured);
    }
  }

  @Override
  public void close() {
    engines.close();
    scheduler.shutdownNow();
  }
}
