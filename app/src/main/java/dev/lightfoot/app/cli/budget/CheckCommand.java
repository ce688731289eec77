package dev.lightfoot.app.cli.budget;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.budget.BudgetCheck;
import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.app.budget.BudgetFile;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.app.cli.measuring.Measuring;
import dev.lightfoot.app.cli.measuring.Outcome;
import dev.lightfoot.app.cli.option.AcknowledgementChoice;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.LogOptions;
import dev.lightfoot.app.cli.option.PageEngineOptions;
import dev.lightfoot.app.cli.option.PageEngines;
import dev.lightfoot.app.cli.option.PlaceOptions;
import dev.lightfoot.app.cli.option.ReadFiles;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.app.cli.option.RunOptions;
import dev.lightfoot.app.cli.option.ViewportOptions;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.report.budget.CheckedBudget;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.EarlierSessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot check`.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Holds a snapshot, or a URL that it measures for that, against a budget.",
      "Exit status 0: every limit that could be measured is kept; 1: one is broken; 2: the budget"
          + " is wrong; 3: nothing could be measured."
    })
public final class CheckCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;
  private final Measuring measuring;
  private final PageEngines engines;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final PlaceOptions places = new PlaceOptions();
  @Mixin private final RunOptions runs = new RunOptions();
  @Mixin private final ViewportOptions viewport = new ViewportOptions();
  @Mixin private final PageEngineOptions engine = new PageEngineOptions();
  @Mixin private final LogOptions logs = new LogOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();
  @Mixin private final CheckOutput output = new CheckOutput();
  @Mixin private final AcknowledgementChoice acknowledged = new AcknowledgementChoice();

  @Parameters(
      paramLabel = "URL|SNAPSHOT",
      description =
          "What to measure; or a snapshot: a file, - for standard input, or a saved one by its id"
              + " or name.")
  private String given = "";

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "FILE",
      description = "The limits; lightfoot budget init proposes them.")
  private Path budget = Path.of("");

  @Option(
      names = "--page",
      description = "Load the page with everything it asks for, as lightfoot page does.")
  private boolean page;

  @Option(
      names = "--strict",
      description = "End with 3 where any limit could not be measured, though none is broken.")
  private boolean strict;

  @Option(names = "--save", paramLabel = "NAME", description = "Keep the snapshot under this name.")
  private @Nullable String name;

  @Option(names = "--unredacted", description = "Print secrets in URLs too.")
  private boolean unredacted;

  public CheckCommand(Console console, Measuring measuring, PageEngines engines) {
    this.console = console;
    this.measuring = measuring;
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
    BudgetFile file = GivenBudget.read(budget);
    output.refuseUnfit(read(file));
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      GivenSnapshot snapshots = new GivenSnapshot(console, dataFolder, cancellation);
      Map<String, Snapshot> baselines = GivenBudget.baselines(file, snapshots);
      Optional<Snapshot> kept = snapshots.find(given);
      if (cancellation.isCancelled()) {
        return ExitStatus.INTERRUPTED;
      }
      if (kept.isPresent()) {
        refuseMeasuring();
        return held(kept.get(), file, baselines);
      }
      return logs.given()
          ? logs.during(dataFolder, console, join -> opened(file, baselines, cancellation, join))
          : measured(page ? loaded(cancellation) : probed(cancellation), file, baselines);
    }
  }

  private void refuseMeasuring() throws Refusal {
    if (logs.given() || page || name != null || places.given()) {
      throw new Refusal(
          "--logs, --receive, --page, --save, --place and --server-place go with a URL: a snapshot"
              + " is checked as it was taken.");
    }
  }

  private int opened(
      BudgetFile file,
      Map<String, Snapshot> baselines,
      Cancellation cancellation,
      LogOptions.Beginning join)
      throws Refusal {
    if (page) {
      throw new Refusal("--logs and --receive open single requests: leave out --page.");
    }
    warmUp();
    Snapshot snapshot =
        measuring.measured(plan(runs.cold(), runs.warm()), Optional.of(join.begin()), cancellation);
    return measured(snapshot, file, baselines);
  }

  private void warmUp() throws Refusal {
    if (runs.warmUps() > 0) {
      measuring.warmUp(plan(runs.warmUps(), false));
    }
  }

  private Snapshot probed(Cancellation cancellation) throws Refusal {
    warmUp();
    return measuring.measured(plan(runs.cold(), runs.warm()), Optional.empty(), cancellation);
  }

  private Snapshot loaded(Cancellation cancellation) throws Refusal {
    if (runs.warmUps() > 0) {
      throw new Refusal("--warm-up makes single requests: leave it out with --page.");
    }
    PagePlan plan;
    Snapshot loaded;
    try {
      plan = PagePlan.of(request(), viewport.viewport(), runs.cold(), runs.warm());
      loaded = engine.chosen(engines).load(plan, PageListener.NONE, cancellation);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
    return loaded.with(loaded.runs().stream().map(PageCriticalPath::complete).toList());
  }

  private ProbePlan plan(int cold, boolean thenWarm) throws Refusal {
    return ProbePlan.of(request(), cold, false, thenWarm);
  }

  private ProbeRequest request() throws Refusal {
    if (options.versions().size() > 1) {
      throw new Refusal("A budget is checked with one version of HTTP at a time.");
    }
    return options.request(given, console).over(options.versions().getFirst());
  }

  private int measured(Snapshot made, BudgetFile file, Map<String, Snapshot> baselines)
      throws Refusal {
    Snapshot snapshot = places.placed(made);
    int outcome = Outcome.status(snapshot, console);
    int status = held(snapshot, file, baselines);
    if (name != null) {
      dataFolder.keep(snapshot.named(name.strip()), console);
    }
    return Math.max(status, outcome);
  }

  private int held(Snapshot snapshot, BudgetFile file, Map<String, Snapshot> baselines)
      throws Refusal {
    String target = unredacted ? snapshot.target() : Redactor.redact(snapshot.target());
    Sifted findings = sifted(snapshot, file);
    CheckedBudget checked =
        CheckedBudget.of(
            target,
            file.path().toString(),
            BudgetCheck.of(file.budget(), snapshot, baselines, this::compared, _ -> findings));
    output.write(checked, snapshot.id(), console);
    return status(checked);
  }

  /// What the rules say, where a limit asks for it.
  private Sifted sifted(Snapshot snapshot, BudgetFile file) throws Refusal {
    Findings findings = file.asksForFindings() ? Examination.of(snapshot) : Findings.NONE;
    return acknowledged.sift(findings, dataFolder, console);
  }

  private ReadFiles read(BudgetFile file) {
    return new ReadFiles(
        Stream.of(file.files(), List.of(given), logs.names(), acknowledged.files(dataFolder))
            .flatMap(List::stream)
            .toList());
  }

  private Comparison compared(Snapshot baseline, Snapshot snapshot) {
    List<Long> earlier =
        EarlierSessions.medians(
            List.of(baseline, snapshot), Optional.empty(), dataFolder.kept(console));
    return Comparison.of(baseline, snapshot, CompareChoice.DEFAULT.after(earlier));
  }

  private int status(CheckedBudget checked) {
    if (checked.number(LimitVerdict.BROKEN) > 0) {
      return ExitStatus.WORSE;
    }
    int unmeasurable = checked.number(LimitVerdict.UNMEASURABLE);
    if (unmeasurable == 0) {
      return ExitStatus.DONE;
    }
    console.warn(checked.answer());
    boolean nothing = checked.number(LimitVerdict.KEPT) == 0;
    return nothing || strict ? ExitStatus.TARGET : ExitStatus.DONE;
  }
}
