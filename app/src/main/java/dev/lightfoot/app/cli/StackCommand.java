package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.ReceiverOptions;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.app.cli.option.UnitOptions;
import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.follow.LogJoin;
import dev.lightfoot.intake.follow.LogTails;
import dev.lightfoot.intake.follow.ReceivedTraces;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.ProbePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot stack`.
@Command(
    name = "stack",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Measures one URL and opens its wait with what the servers logged or sent for it.",
      "The logs are read after the runs, from where they ended before them."
    })
final class StackCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private static final double LONGEST_PATIENCE = 600;
  private static final double MILLIS = 1_000;
  private static final double PATIENCE_TO_READ = 5;

  /// SDKs of OpenTelemetry send every five seconds, and proxies before them later.
  private static final double PATIENCE_TO_RECEIVE = 15;

  private final Console console;
  private final Measuring measuring;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(arity = "1", paramLabel = "URL", description = "What to measure.")
  private String url = "";

  @Option(
      names = "--logs",
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "What the servers log; may be repeated.")
  private List<Path> logs = new ArrayList<>();

  @Option(
      names = "--receive",
      description = "Receive what programs send of it meanwhile (OTLP/HTTP and Zipkin).")
  private boolean receive;

  @Mixin private final ReceiverOptions receiver = new ReceiverOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Format of all these logs; recognised by content unless said.")
  private @Nullable String format;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of timestamps that do not say theirs, such as Europe/Berlin.")
  private @Nullable String zone;

  @Mixin private final UnitOptions units = new UnitOptions();

  @Option(
      names = "--patience",
      paramLabel = "S",
      description =
          "Seconds to wait at most until every log has been written to; 5 unless said, with"
              + " --receive 15.")
  private @Nullable Double patience;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "N cold runs; ${DEFAULT-VALUE} unless said.")
  private int runs = ProbePlan.DEFAULT_RUNS;

  @Option(names = "--warm", description = "And N runs on the kept connection.")
  private boolean warm;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description =
          "First make N requests that are not counted, so that the servers' workers are ready.")
  private int warmUps;

  @Option(names = "--save", paramLabel = "NAME", description = "Keep the snapshot under this name.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print the snapshot as JSON.")
  private boolean json;

  @Option(names = "--unredacted", description = "Print cookies, tokens and other secrets too.")
  private boolean unredacted;

  StackCommand(Console console, Measuring measuring) {
    this.console = console;
    this.measuring = measuring;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal {
    if (name != null && name.isBlank()) {
      throw new Refusal("--save takes a name.");
    }
    if (logs.isEmpty() && !receive) {
      throw new Refusal("Give --logs with what the servers log, or --receive, or both.");
    }
    double seconds = patience != null ? patience : receive ? PATIENCE_TO_RECEIVE : PATIENCE_TO_READ;
    if (!(seconds >= 0 && seconds <= LONGEST_PATIENCE)) {
      throw new Refusal("--patience takes 0 to 600 seconds.");
    }
    if (warmUps < 0 || warmUps > ProbePlan.MAX_RUNS) {
      throw new Refusal("--warm-up takes 0 to " + ProbePlan.MAX_RUNS + ".");
    }
    Duration most = Duration.ofMillis(Math.round(seconds * MILLIS));
    ProbePlan plan = plan(runs, warm);
    if (!receive) {
      return measure(plan, Optional.empty(), most);
    }
    try (Reception reception = receiver.start(dataFolder, console)) {
      return measure(
          plan,
          Optional.of(new ReceivedTraces(reception.store(), reception.addresses().otlp())),
          most);
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private int measure(ProbePlan plan, Optional<ReceivedTraces> received, Duration most)
      throws Refusal {
    IntakeSettings settings = settings();
    if (warmUps > 0) {
      measuring.warmUp(plan(warmUps, false));
    }
    LogJoin join = new LogJoin(tails(), received, settings, most);
    return measuring.open(plan, new Output(console, json, unredacted, false), join, this::keep);
  }

  private LogTails tails() throws Refusal {
    try {
      return LogTails.of(logs);
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private ProbePlan plan(int cold, boolean thenWarm) throws Refusal {
    try {
      return ProbePlan.of(options.request(url, console), cold, false, thenWarm);
    } catch (IllegalArgumentException e) {
      throw new Refusal("--runs takes 1 to " + ProbePlan.MAX_RUNS + ".", e);
    }
  }

  private IntakeSettings settings() throws Refusal {
    try {
      Optional<ZoneId> said = Optional.ofNullable(zone).map(ZoneId::of);
      return new IntakeSettings(
          Optional.ofNullable(format),
          new ReadSettings(said, Optional.empty(), Optional.empty(), units.units()));
    } catch (DateTimeException e) {
      throw new Refusal("--zone takes the name of a time zone, such as Europe/Berlin.", e);
    }
  }

  private void keep(Snapshot snapshot) throws Refusal {
    if (name != null) {
      dataFolder.keep(snapshot.named(name.strip()), console);
    }
  }
}
