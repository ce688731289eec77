package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.measuring.Measuring;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.PlaceOptions;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.http.HttpChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot probe`.
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Measures one request per URL and run, phase by phase, every redirect hop.")
final class ProbeCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;
  private final Measuring measuring;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final PlaceOptions places = new PlaceOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(arity = "1..*", paramLabel = "URL", description = "What to measure.")
  private List<String> urls = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "N cold runs; ${DEFAULT-VALUE} by default.")
  private int runs = ProbePlan.DEFAULT_RUNS;

  @Option(names = "--warm", description = "And N runs on the kept connection.")
  private boolean warm;

  @Option(names = "--resumed", description = "And N runs with a session ticket.")
  private boolean resumed;

  @Option(names = "--save", paramLabel = "NAME", description = "Keep the snapshot under this name.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print the snapshot as JSON; an array for several URLs.")
  private boolean json;

  @Option(names = "--unredacted", description = "Print cookies, tokens and other secrets too.")
  private boolean unredacted;

  ProbeCommand(Console console, Measuring measuring) {
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
    places.check();
    List<HttpChoice> versions = options.versions();
    if (versions.size() > 1 && urls.size() > 1) {
      throw new Refusal("Several versions of HTTP are compared for one URL at a time.");
    }
    List<ProbePlan> plans = new ArrayList<>();
    for (String url : urls) {
      for (HttpChoice version : versions) {
        ProbePlan plan = plan(url);
        plans.add(plan.of(plan.request().over(version)));
      }
    }
    Measuring placed = measuring.mapping(places::placed);
    Output output = new Output(console, json, unredacted, plans.size() > 1).of(dataFolder);
    return versions.size() > 1
        ? placed.compare(plans, output, this::keep)
        : placed.measure(plans, output, this::keep);
  }

  private ProbePlan plan(String url) throws Refusal {
    try {
      return ProbePlan.of(options.request(url, console), runs, resumed, warm);
    } catch (IllegalArgumentException e) {
      throw new Refusal("--runs takes 1 to " + ProbePlan.MAX_RUNS + ".", e);
    }
  }

  private void keep(Snapshot snapshot) throws Refusal {
    if (name != null) {
      dataFolder.keep(snapshot.named(name.strip()), console);
    }
  }
}
