package dev.lightfoot.app.cli.compare;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.app.cli.measuring.Outcome;
import dev.lightfoot.app.cli.option.CompareOptions;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.PageEngineOptions;
import dev.lightfoot.app.cli.option.PageEngines;
import dev.lightfoot.app.cli.option.PlaceOptions;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.app.cli.option.ViewportOptions;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Subject;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.Likewise;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.report.compare.CompareHeadline;
import dev.lightfoot.store.EarlierSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot compare`.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says whether B is faster or slower than A, by how much, how sure that is, and what moved"
          + " it.",
      "What is given as a URL is measured: several in turn, A B B A; one beside a snapshot as that"
          + " was measured."
    },
    footer = {
      "",
      "Exit status: 0 no side is slower than A; 1 one is; 2 wrong use or unfit input; 3 a side"
          + " could not",
      "be measured; 4 a fault of Lightfoot; 130 interrupted."
    })
public final class CompareCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  /// More sides than there are letters to name them by are refused.
  static final int MOST_SIDES = 26;

  private final Console console;
  private final ProbeSeries probes;
  private final PageEngines engines;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final PlaceOptions places = new PlaceOptions();
  @Mixin private final CompareOptions compare = new CompareOptions();
  @Mixin private final ViewportOptions window = new ViewportOptions();
  @Mixin private final PageEngineOptions engine = new PageEngineOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(
      arity = "1..*",
      paramLabel = "SNAPSHOT|URL",
      description =
          "A, then B, then any more, each compared with A: the id, the beginning of the id, the"
              + " name or the file of a snapshot, a HAR file, or a URL to measure. Or alone a"
              + " comparison that was written, as .json or .html: it is made again, where both its"
              + " snapshots are saved.")
  private List<String> given = new ArrayList<>();

  @Option(names = "--page", description = "Measure URLs as pages, with everything they ask for.")
  private boolean asPages;

  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "Keep what was measured under this name; of several with A, B, … after it.")
  private @Nullable String name;

  @Option(
      names = "--json",
      description = "Print the comparison as JSON; an array where more than two are compared.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write a report of two sides there, too: .html, .md, .csv, .json, .svg or .png.")
  private @Nullable String report;

  @Option(
      names = "--chart",
      paramLabel = "CHART",
      description = {
        "What .svg and .png show: parts, shifts, order or overlay, and of pages waterfall-a or",
        "waterfall-b; the first there is."
      })
  private Optional<String> chart = Optional.empty();

  @Option(names = "--unredacted", description = "Print cookies, tokens and other secrets too.")
  private boolean unredacted;

  public CompareCommand(Console console, ProbeSeries probes, PageEngines engines) {
    this.console = console;
    this.probes = probes;
    this.engines = engines;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal {
    if (given.size() > MOST_SIDES) {
      throw new Refusal("compare takes " + MOST_SIDES + " sides at most.");
    }
    if (name != null && name.isBlank()) {
      throw new Refusal("--save takes a name.");
    }
    places.check();
    output().check(given);
    if (given.size() == 1) {
      given = ComparedAgain.sides(given.getFirst(), dataFolder.store());
    }
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      List<Optional<Snapshot>> kept = new ArrayList<>();
      for (String each : given) {
        kept.add(new GivenSnapshot(console, dataFolder, cancellation).find(each));
      }
      return cancellation.isCancelled() ? ExitStatus.INTERRUPTED : compare(kept, cancellation);
    }
  }

  private int compare(List<Optional<Snapshot>> kept, Cancellation cancellation) throws Refusal {
    boolean live = kept.stream().anyMatch(Optional::isEmpty);
    if (name != null && !live) {
      throw new Refusal("--save keeps what is measured, and all of these are kept already.");
    }
    CompareChoice choice = compare.choice();
    refuseUnfit(kept.stream().flatMap(Optional::stream).toList());
    List<Snapshot> measured = live ? measured(kept, cancellation) : List.of();
    List<Snapshot> sides = new ArrayList<>();
    int next = 0;
    for (Optional<Snapshot> each : kept) {
      sides.add(each.isPresent() ? each.get() : measured.get(next++));
    }
    List<Comparison> found = compared(sides, choice, live);
    output().print(found);
    save(measured);
    output().report(found.getFirst(), sides.get(0), sides.get(1));
    return status(found, measured, cancellation);
  }

  private List<Snapshot> measured(List<Optional<Snapshot>> kept, Cancellation cancellation)
      throws Refusal {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).isEmpty()) {
        urls.add(given.get(i));
      }
    }
    Optional<Snapshot> model = kept.stream().flatMap(Optional::stream).findFirst();
    Likewise likewise = likewise(model);
    LiveSides sides = LiveSides.of(urls, options, likewise, places, console);
    if (model.isPresent()) {
      String method = Subject.of(model.get()).method();
      if (!method.isEmpty() && !sides.requests().getFirst().method().equals(method)) {
        throw new Refusal(
            "The snapshot was measured with " + method + ": say --method " + method + ".");
      }
    }
    return likewise.engine().isPresent()
        ? sides.pages(engine.of(likewise.engine().get(), engines), cancellation)
        : sides.probes(probes, cancellation);
  }

  /// How the live sides are measured: as the first snapshot was, or as the options say.
  private Likewise likewise(Optional<Snapshot> model) throws Refusal {
    RunState state =
        compare
            .state()
            .or(
                () ->
                    model
                        .flatMap(each -> Summary.of(each.runs()).headline())
                        .map(StateSummary::state))
            .orElse(RunState.COLD);
    Likewise likewise =
        model
            .map(each -> Likewise.of(each, state))
            .orElse(
                new Likewise(state, Likewise.DEFAULT_RUNS, Optional.empty(), window.viewport()));
    if (asPages || likewise.engine().isPresent()) {
      likewise = likewise.by(engine.engine(likewise.engine().orElse(PageEngine.BUILTIN)));
    }
    if (likewise.engine().equals(Optional.of(PageEngine.IMPORTED))) {
      throw new Refusal(
          "Another program captured the snapshot: choose what loads the URL, --engine builtin or"
              + " --engine chrome.");
    }
    Optional<Integer> runs = compare.runs();
    return runs.isPresent() ? likewise.times(runs.get()) : likewise;
  }

  /// Refuses what would be of no use, before anything is measured.
  private void refuseUnfit(List<Snapshot> kept) throws Refusal {
    Set<Boolean> pages =
        kept.stream()
            .filter(each -> !each.runs().isEmpty())
            .map(each -> each.runs().getFirst().page().isPresent())
            .collect(Collectors.toSet());
    if (pages.size() > 1 || (asPages && pages.contains(false))) {
      throw new Refusal("A page and a single request are not compared: one has much more to do.");
    }
  }

  private List<Comparison> compared(List<Snapshot> sides, CompareChoice choice, boolean live)
      throws Refusal {
    CompareChoice informed =
        choice.after(EarlierSessions.medians(sides, compare.state(), dataFolder.kept(console)));
    List<Comparison> found = output().compared(sides, informed);
    if (!live) {
      refuseEmpty(found);
    }
    return found;
  }

  /// Where nothing was measured and nothing can be compared, the input was of no use.
  private void refuseEmpty(List<Comparison> found) throws Refusal {
    if (found.stream().allMatch(each -> each.total().estimate().isEmpty())) {
      throw new Refusal(CompareHeadline.verdict(found.getFirst()) + compare.alignedOn());
    }
  }

  private CompareOutput output() {
    return new CompareOutput(console, json, unredacted, Optional.ofNullable(report), chart);
  }

  private void save(List<Snapshot> measured) throws Refusal {
    if (name == null) {
      return;
    }
    for (int i = 0; i < measured.size(); i++) {
      String letter = measured.size() == 1 ? "" : " " + (char) ('A' + i);
      dataFolder.keep(measured.get(i).named(name.strip() + letter), console);
    }
  }

  private int status(List<Comparison> found, List<Snapshot> measured, Cancellation cancellation) {
    boolean worse = found.stream().anyMatch(each -> each.total().verdict() == Verdict.SLOWER);
    int status =
        cancellation.isCancelled()
            ? ExitStatus.INTERRUPTED
            : worse ? ExitStatus.WORSE : ExitStatus.DONE;
    for (Snapshot each : measured) {
      status = Math.max(status, Outcome.status(each, console));
    }
    return status;
  }
}
