package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.GivenArguments;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.PageOptions;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.app.cli.option.SnapshotFile;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
  @Mixin private final PageOptions page = new PageOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(
      paramLabel = "URL|FILE|ID",
      description =
          "What to load; or a snapshot with pages to show: its file, or the id of a saved one.")
  private String given = "";

  @Option(
      names = "--engine",
      paramLabel = "builtin|chrome",
      description =
          "What loads it: Lightfoot's own loader, which runs no scripts, or an installed browser;"
              + " ${DEFAULT-VALUE} unless said.")
  private String engine = "builtin";

  @Option(
      names = "--browser",
      paramLabel = "PATH",
      description = "The browser to run with --engine chrome; else the first that is found.")
  private @Nullable Path browser;

  @Option(
      names = "--traceparent",
      description =
          "With --engine chrome, requests to the page's own site carry a traceparent, so that the"
              + " servers' spans can be joined.")
  private boolean traces;

  @Option(
      names = "--no-sandbox",
      description =
          "With --engine chrome, do without the browser's sandbox, as it must as root: for pages"
              + " that you trust.")
  private boolean unshielded;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "N cold loads; ${DEFAULT-VALUE} unless said.")
  private int runs = ProbePlan.DEFAULT_RUNS;

  @Option(names = "--warm", description = "And N with its cache and its connections kept.")
  private boolean warm;

  @Option(names = "--save", paramLabel = "NAME", description = "Keep the snapshot under this name.")
  private @Nullable String name;

  @Option(
      names = "--place",
      paramLabel = "NAME|LAT,LON",
      description = "Where you measure from, for the record.")
  private @Nullable String place;

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
    PageText.Shown shown = page.shown(console);
    Optional<Snapshot> kept = kept();
    if (kept.isPresent()) {
      if (kept.get().runs().stream().noneMatch(run -> run.page().isPresent())) {
        throw new Refusal(given + " holds no page. lightfoot snapshot show prints probes.");
      }
      output().print(List.of(kept.get()), List.of(), shown);
      keep(kept.get());
      return ExitStatus.DONE;
    }
    return load(plan(), shown);
  }

  /// What was given as a file, or as the id of a saved snapshot.
  private Optional<Snapshot> kept() throws Refusal {
    if (SnapshotId.isValid(given)) {
      try {
        return Optional.of(dataFolder.store().read(given));
      } catch (IOException e) {
        throw new Refusal(String.valueOf(e.getMessage()), e);
      }
    }
    List<Path> files = GivenArguments.of(List.of(given)).files();
    return files.isEmpty() ? Optional.empty() : Optional.of(SnapshotFile.read(files.getFirst()));
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

  private PageSeries engine() throws Refusal {
    boolean chrome =
        switch (engine.toLowerCase(Locale.ROOT)) {
          case "builtin" -> false;
          case "chrome" -> true;
          default -> throw new Refusal("--engine takes builtin or chrome.");
        };
    if (!chrome && (browser != null || traces || unshielded)) {
      throw new Refusal("--browser, --traceparent and --no-sandbox go with --engine chrome.");
    }
    return chrome
        ? engines.chrome(new PageEngines.Browser(Optional.ofNullable(browser), traces, !unshielded))
        : engines.builtin();
  }

  private int load(PagePlan plan, PageText.Shown shown) throws Refusal {
    PageSeries series = engine();
    int planned = plan.states().size();
    PageListener progress =
        console.interactive()
            ? new PageProgress(console.err(), planned, System::nanoTime)
            : PageListener.NONE;
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      Snapshot loaded = series.load(plan, progress, cancellation);
      Snapshot whole =
          loaded
              .with(loaded.runs().stream().map(PageCriticalPath::complete).toList())
              .with(loaded.environment().at(Optional.ofNullable(place)));
      output().print(List.of(whole), List.of(planned), shown);
      keep(whole);
      int status = cancellation.isCancelled() ? ExitStatus.INTERRUPTED : ExitStatus.DONE;
      return Math.max(status, Outcome.status(whole, console));
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private Output output() {
    return new Output(console, json, unredacted, false);
  }

  private void keep(Snapshot snapshot) throws Refusal {
    if (name != null) {
      dataFolder.keep(snapshot.named(name.strip()), console);
    }
  }
}
