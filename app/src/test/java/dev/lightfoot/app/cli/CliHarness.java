package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Lookup;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.probe.LookupPlan;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/// The command line over a probe that makes its answers up.
public final class CliHarness {
  static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-23T16:29:00+01:00");

  public final List<ProbePlan> plans = new ArrayList<>();
  final List<LookupPlan> lookups = new ArrayList<>();
  public Optional<ErrorType> everyRunFails = Optional.empty();
  boolean lastRunFails;
  public boolean faulty;
  public boolean interrupted;
  String failureMessage = "It failed.";
  public int jitterNanos;
  private int measurements;
  private OffsetDateTime taken = WHEN;
  public byte[] input = {};

  /// What each request takes, in milliseconds, by its path.
  public Map<String, Integer> millis = new HashMap<>();

  /// Hosts that cannot be reached.
  public Set<String> unreachable = new HashSet<>();

  /// What each request is sent with.
  public Optional<String> traceParent = Optional.empty();

  /// What happens on the servers while it measures.
  public Runnable meanwhile = () -> {};

  /// What loads pages.
  public final MadeUpPages pages = new MadeUpPages();

  WindowOpening window =
      (address, files, folder) -> {
        throw new WindowOpening.NoWindow("No display here.");
      };

  /// What a command did.
  public record Result(int status, String out, String err) {}

  public Result run(Path dataFolder, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data-dir", dataFolder.toString()));
    return run(all.toArray(String[]::new));
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input),
            false);
    int status =
        new Cli(
                console,
                new Cli.Parts(
                    (all, _, cancellation) -> {
                      if (interrupted) {
                        cancellation.cancel();
                      }
                      List<Snapshot> measured = new ArrayList<>();
                      for (ProbePlan plan : all) {
                        measured.add(measure(plan, measured.size(), all.size()));
                      }
                      return measured;
                    },
                    pages,
                    (plan, cancellation) -> compare(plan),
                    window))
            .run(args);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command that measures nothing, with streams of the caller's.
  public static int run(Supplier<Console> console, String... args) {
    return new Cli(
            console.get(),
            new Cli.Parts(
                (plan, _, _) -> {
                  throw new IllegalStateException("nothing is measured");
                },
                new MadeUpPages(),
                (plan, _) -> List.of(),
                (_, _, _) -> {
                  throw new WindowOpening.NoWindow("No display here.");
                }))
        .run(args);
  }

  private List<ResolverLookups> compare(LookupPlan plan) {
    lookups.add(plan);
    List<ResolverLookups> results = new ArrayList<>();
    for (String host : plan.hosts()) {
      for (int i = 0; i < plan.resolvers().size(); i++) {
        results.add(resolved(host, i));
      }
    }
    return results;
  }

  /// The first resolver answers, every further one only where nothing fails.
  private ResolverLookups resolved(String host, int which) {
    boolean fails = everyRunFails.isPresent() || (lastRunFails && which > 0);
    Optional<RunError> error =
        fails
            ? Optional.of(
                new RunError(Optional.of(Phase.DNS), ErrorType.DNS_TIMEOUT.label(), failureMessage))
            : Optional.empty();
    Lookup lookup =
        new Lookup(
            2_000_000L * (which + 1),
            OptionalInt.of(1),
            fails ? List.of() : List.of("192.0.2." + (which + 1)),
            error,
            List.of());
    return new ResolverLookups(
        host, "https://dns.test/?token=s3cr3t" + which, List.of(lookup), Optional.empty());
  }

  /// @param turn which of those that take turns
  /// @param sides how many take turns
  private Snapshot measure(ProbePlan plan, int turn, int sides) {
    if (plan.request().url().host().equals("refused.test")) {
      throw new IllegalArgumentException("The proxy cannot be used.");
    }
    if (faulty) {
      throw new IllegalStateException("a fault with s3cr3t");
    }
    plans.add(plan);
    meanwhile.run();
    List<Run> runs = new ArrayList<>();
    OffsetDateTime begun = WHEN.plusHours(measurements).plusSeconds(turn);
    measurements += turn == sides - 1 ? 1 : 0;
    taken = begun;
    for (int i = 0; i < plan.states().size(); i++) {
      boolean fails = lastRunFails && i == plan.states().size() - 1;
      Run made =
          run(plan, plan.states().get(i), fails ? Optional.of(ErrorType.TIMEOUT) : failure(plan));
      runs.add(i < plan.preparing() ? made.with(Optional.of(LeftOut.PREPARING)) : made);
      taken = taken.plusSeconds(sides);
    }
    return new Snapshot(
        SnapshotId.next(WHEN.toInstant()),
        Optional.empty(),
        plan.request().url().toString(),
        begun,
        new Environment(
            "0.1.0",
            "Linux",
            "25",
            "system",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        runs,
        Map.of());
  }

  private Optional<ErrorType> failure(ProbePlan plan) {
    return unreachable.contains(plan.request().url().host())
        ? Optional.of(ErrorType.CONNECTION_REFUSED)
        : everyRunFails;
  }

  private Run run(ProbePlan plan, RunState state, Optional<ErrorType> failure) {
    Exchange exchange =
        new ExchangeBuilder(plan.request().url().toString(), plan.request().method())
            .status(OptionalInt.of(200))
            .phase(
                Phase.WAIT,
                new PhaseTiming.Measured(0, nanos(plan), OptionalInt.of(1), Evidence.MEASURED))
            .request(new RequestFacts(10, 10, 0, headers()))
            .build();
    Optional<RunError> error =
        failure.map(type -> new RunError(Optional.of(Phase.WAIT), type.label(), failureMessage));
    return new Run(state, taken, error, false, List.of(exchange), List.of(), List.of());
  }

  /// A little more from run to run, so that no two are alike.
  private long nanos(ProbePlan plan) {
    int usual = millis.getOrDefault(plan.request().url().path(), 50);
    return usual * 1_000_000L + (taken.toEpochSecond() * 7_919 % 13) * jitterNanos;
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>(List.of(new Header("cookie", "session=s3cr3t")));
    traceParent.ifPresent(value -> headers.add(new Header("traceparent", value)));
    return headers;
  }

  public ProbeRequest lastRequest() {
    return plans.getLast().request();
  }
}
