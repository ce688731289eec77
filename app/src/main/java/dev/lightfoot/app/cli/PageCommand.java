package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.SnapshotInput;
import dev.lightfoot.app.cli.measuring.Measuring;
import dev.lightfoot.app.cli.measuring.Outcome;
import dev.lightfoot.app.cli.measuring.PageProgress;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.GivenArguments;
import dev.lightfoot.app.cli.option.LogOptions;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.PageEngineOptions;
import dev.lightfoot.app.cli.option.PageEngines;
import dev.lightfoot.app.cli.option.PageOptions;
import dev.lightfoot.app.cli.option.PlaceOptions;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.intake.follow.LogJoin;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.PageSeries;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.report.page.PageText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot page`.
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Loads a page with everything it asks for, and says which chain it waits for.")
final class PageCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;
  private final PageEngines engines;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final PlaceOptions places = new PlaceOptions();
  @Mixin private final PageOptions page = new PageOptions();
  @Mixin private final PageEngineOptions engine = new PageEngineOptions();
  @Mixin private final LogOptions logs = new LogOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(
      paramLabel = "URL|FILE|ID",
      description =
          "What to load; or what to show: a snapshot, a HAR file, a WebPageTest result, - for"
              + " standard input, or the id of a saved snapshot.")
  private String given = "";

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "N cold loads; ${DEFAULT-VALUE} by default.")
  private int runs = ProbePlan.DEFAULT_RUNS;

  @Option(names = "--warm", description = "And N with its cache and its connections kept.")
  private boolean warm;

  @Option(names = "--save", paramLabel = "NAME", description = "Keep the snapshot under this name.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print the snapshot as JSON.")
  private boolean json;

  @Option(names = "--unredacted", description = "Print cookies, tokens and other secrets too.")
  private boolean unredacted;

  PageCommand(Console console, PageEngines engines) {
    this.console = console;
    this.engines = engines;
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
    PageText.Shown shown = page.shown(console);
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      Optional<List<Snapshot>> kept = kept(cancellation);
      if (cancellation.isCancelled()) {
        return ExitStatus.INTERRUPTED;
      }
      if (kept.isPresent()) {
        return show(kept.get(), shown);
      }
      PagePlan plan = plan();
      return logs.during(
          dataFolder, console, servers -> load(plan, shown, cancellation, opening(servers)));
    }
  }

  private Optional<LogJoin> opening(LogOptions.Beginning servers) throws Refusal {
    return logs.given() ? Optional.of(servers.begin()) : Optional.empty();
  }

  private int show(List<Snapshot> kept, PageText.Shown shown) throws Refusal {
    if (logs.given()) {
      throw new Refusal("--logs and --receive go with a URL: they are read while it is loaded.");
    }
    List<Snapshot> pages =
        kept.stream()
            .filter(each -> each.runs().stream().anyMatch(run -> run.page().isPresent()))
            .toList();
    if (pages.isEmpty()) {
      throw new Refusal(given + " holds no page. lightfoot snapshot show prints probes.");
    }
    if (name != null && pages.size() > 1) {
      throw new Refusal(given + " holds pages of several URLs: convert takes out one of them.");
    }
    output(pages.size() > 1).print(pages, List.of(), shown);
    for (Snapshot each : pages) {
      keep(each);
    }
    return ExitStatus.DONE;
  }

  /// What was given as a file, or as the id of a saved snapshot; empty where it is a URL.
  private Optional<List<Snapshot>> kept(Cancellation cancellation) throws Refusal {
    if (SnapshotId.isValid(given)) {
      try {
        return Optional.of(List.of(dataFolder.store().read(given)));
      } catch (IOException e) {
        throw new Refusal(String.valueOf(e.getMessage()), e);
      }
    }
    boolean file = given.equals("-") || !GivenArguments.of(List.of(given)).files().isEmpty();
    return file
        ? Optional.of(new SnapshotInput(console, cancellation).read(given))
        : Optional.empty();
  }

  private PagePlan plan() throws Refusal {
    if (options.versions().size() > 1) {
      throw new Refusal("A page is loaded with one version of HTTP at a time.");
    }
    if (runs < 1 || runs > ProbePlan.MAX_RUNS) {
      throw new Refusal("--runs takes 1 to " + ProbePlan.MAX_RUNS + ".");
    }
    ProbeRequest request = options.request(given, console).over(options.versions().getFirst());
    try {
      return PagePlan.of(request, page.viewport(), runs, warm);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private int load(
      PagePlan plan, PageText.Shown shown, Cancellation cancellation, Optional<LogJoin> servers)
      throws Refusal {
    PageSeries series = engine.chosen(engines);
    int planned = plan.states().size();
    PageListener progress =
        console.interactive()
            ? new PageProgress(console.err(), planned, System::nanoTime)
            : PageListener.NONE;
    Snapshot whole;
    try {
      Snapshot loaded = series.load(plan, progress, cancellation);
      whole =
          completed(
              servers.isPresent()
                  ? Measuring.opened(loaded, servers.get(), console, cancellation)
                  : loaded);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
    output(false).print(List.of(whole), List.of(planned), shown);
    keep(whole);
    int status = cancellation.isCancelled() ? ExitStatus.INTERRUPTED : ExitStatus.DONE;
    return Math.max(status, Outcome.status(whole, console));
  }

  /// With its critical path, which an engine does not know, and the place.
  private Snapshot completed(Snapshot loaded) {
    return places.placed(
        loaded.with(loaded.runs().stream().map(PageCriticalPath::complete).toList()));
  }

  private Output output(boolean several) {
    return new Output(console, json, unredacted, several).of(dataFolder);
  }

  private void keep(Snapshot snapshot) throws Refusal {
    if (name != null) {
      dataFolder.keep(snapshot.named(name.strip()), console);
    }
  }
}
