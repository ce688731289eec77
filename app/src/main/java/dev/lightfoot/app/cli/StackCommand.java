package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.measuring.Measuring;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.LogOptions;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.PlaceOptions;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.app.cli.option.RunOptions;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.ProbePlan;
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
  private final Console console;
  private final Measuring measuring;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final PlaceOptions places = new PlaceOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(arity = "1", paramLabel = "URL", description = "What to measure.")
  private String url = "";

  @Mixin private final LogOptions logs = new LogOptions();
  @Mixin private final RunOptions runs = new RunOptions();

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
    places.check();
    if (!logs.given()) {
      throw new Refusal("Give --logs with what the servers log, or --receive, or both.");
    }
    ProbePlan plan = plan(runs.cold(), runs.warm());
    return logs.during(dataFolder, console, join -> measure(plan, join));
  }

  private int measure(ProbePlan plan, LogOptions.Beginning join) throws Refusal {
    if (runs.warmUps() > 0) {
      measuring.warmUp(plan(runs.warmUps(), false));
    }
    Output output = new Output(console, json, unredacted, false).of(dataFolder);
    return measuring.mapping(places::placed).open(plan, output, join.begin(), this::keep);
  }

  private ProbePlan plan(int cold, boolean thenWarm) throws Refusal {
    return ProbePlan.of(options.request(url, console), cold, false, thenWarm);
  }

  private void keep(Snapshot snapshot) throws Refusal {
    if (name != null) {
      dataFolder.keep(snapshot.named(name.strip()), console);
    }
  }
}
