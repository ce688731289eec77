package dev.lightfoot.probe;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The runs of one plan, made one at a time, so that several plans can take turns.
final class Series implements Turns.Side, AutoCloseable {
  private final ProbePlan plan;
  private final Route route;
  private final ProbeListener listener;
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
  private List<HostFacts> hosts = List.of();

  Series(
      ProbePlan plan,
      Route route,
      ProbeListener listener,
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
    return runs.size() < plan.states().size() && goesOn(runs, cancellation);
  }

  @Override
  public void step(int number) {
    RunState state = plan.states().get(runs.size());
    RunMaker maker = new RunMaker(plan.request(), listener, cancellation, scheduler, policy);
    listener.runStarted(number, state);
    Run made = MeasuringThread.call(() -> maker.make(state, engines.engine(state)));
    Run run = runs.size() < plan.preparing() ? made.with(Optional.of(LeftOut.PREPARING)) : made;
    runs.add(run);
    remarks.addAll(maker.remarks());
    listener.runEnded(number, run);
    if (runs.size() == 1 && plan.request().http() == HttpChoice.ANY && goesOn()) {
      // some hosts name HTTP/3 in DNS; asked between two runs, it costs none of them anything
      hosts = new HostRound(engines, cancellation).of(runs);
      engines.learn(hosts);
    }
  }

  /// Everything measured.
  Snapshot snapshot() {
    List<String> warnings = engines.resolverWarnings();
    if (hosts.isEmpty()) {
      hosts = new HostRound(engines, cancellation).of(runs);
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

  @Override
  public void close() {
    engines.close();
    scheduler.shutdownNow();
  }

  /// After a failure that would repeat, or two of another kind in a row, no further run is made.
  static boolean goesOn(List<Run> runs, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return false;
    }
    if (runs.isEmpty() || runs.getLast().error().isEmpty()) {
      return true;
    }
    RunError last = runs.getLast().error().get();
    boolean repeats = ErrorType.ofLabel(last.errorType()).map(Series::wouldRepeat).orElse(false);
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
