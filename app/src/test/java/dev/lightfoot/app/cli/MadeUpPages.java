package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.option.PageEngines;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.PageSeries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Engines that load the program's own sample, whatever is asked for.
public final class MadeUpPages implements PageEngines {
  public final List<PagePlan> plans = new ArrayList<>();
  public Optional<Browser> browser = Optional.empty();
  Runnable meanwhile = () -> {};
  boolean documentFails;
  boolean resourceFails;

  /// The sample that comes with the program.
  public static Snapshot sample() {
    String name = "/assets/samples/page.lightfoot.json";
    try (InputStream in = Objects.requireNonNull(MadeUpPages.class.getResourceAsStream(name))) {
      return SnapshotCodec.decode(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PageSeries builtin() {
    return (all, _, _) -> all.stream().map(this::load).toList();
  }

  @Override
  public PageSeries chrome(Browser chosen) {
    browser = Optional.of(chosen);
    return (all, _, _) -> all.stream().map(this::load).toList();
  }

  private Snapshot load(PagePlan plan) {
    plans.add(plan);
    meanwhile.run();
    Snapshot sample = sample();
    return sample.with(
        sample.runs().stream().limit(plan.states().size()).map(this::changed).toList());
  }

  private Run changed(Run run) {
    List<Exchange> exchanges = new ArrayList<>(run.exchanges());
    if (resourceFails) {
      exchanges.set(14, failed(exchanges.get(14)));
    }
    Optional<RunError> error =
        documentFails
            ? Optional.of(
                new RunError(Optional.of(Phase.TCP), "connection-refused", "It was refused."))
            : Optional.empty();
    PageLoad load = run.page().orElseThrow().along(List.of());
    return new Run(
        run.state(),
        run.startedAt(),
        error,
        false,
        Optional.empty(),
        documentFails ? List.of() : exchanges,
        List.of(),
        List.of(),
        Optional.of(load));
  }

  private static Exchange failed(Exchange exchange) {
    return new ExchangeBuilder(exchange.url(), exchange.method())
        .initiator(exchange.initiator())
        .resource(exchange.resource())
        .startNanos(exchange.startNanos())
        .phase(
            Phase.TCP,
            new PhaseTiming.Failed(
                exchange.startNanos(),
                1_000_000,
                OptionalInt.of(1),
                "connection-refused",
                "It was refused."))
        .build();
  }
}
