package dev.lightfoot.app.cli.ingest;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.AcknowledgementChoice;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.ReadingOptions;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.IngestReport;
import dev.lightfoot.report.IngestReport.SkippedEntry;
import dev.lightfoot.report.finding.FindingWords;
import dev.lightfoot.report.finding.FindingsJson;
import dev.lightfoot.report.finding.FindingsSummary;
import dev.lightfoot.report.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot ingest`.
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads logs and traces: what is in them, by route and by layer.")
public final class IngestCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private static final int MOST_NAMED = 3;

  private final Console console;
  private final Intake intake;

  @Parameters(
      arity = "0..*",
      paramLabel = "F",
      description =
          "Files, folders with all below them, or - for standard input; also compressed (gzip,"
              + " Zstandard, bzip2, zip) and with the prefixes of docker and Kubernetes.")
  private List<String> given = new ArrayList<>();

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Mixin private final AcknowledgementChoice acknowledged = new AcknowledgementChoice();

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Option(names = "--unredacted", description = "Print secrets in routes and messages too.")
  private boolean unredacted;

  public IngestCommand(Console console, Intake intake) {
    this.console = console;
    this.intake = intake;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  /// Reads these and prints what is in them, as if they were all that was typed.
  ///
  /// @return exit status
  public int read(List<String> files) throws Refusal {
    given = List.copyOf(files);
    return call();
  }

  @Override
  public Integer call() throws Refusal {
    IntakeSettings settings = reading.settings();
    List<Source> sources = reading.sources(given, dataFolder, console);
    Cancellation cancellation = new Cancellation();
    LogReadings readings = new LogReadings(console, intake);
    RouteTable routes = new RouteTable();
    ServedSpans spans = new ServedSpans();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      List<FileReading> files =
          readings.read(
              sources,
              settings,
              new IngestProgress(
                  console,
                  cancellation,
                  span -> {
                    routes.add(span);
                    spans.add(span);
                  }));
      UnaryOperator<String> shown = unredacted ? text -> text : Redactor::redact;
      Sifted findings = acknowledged.sift(Examination.of(spans), dataFolder, console);
      console.out().print(result(files, routes.summary().with(shown), findings, shown));
      console.out().flush();
      return cancellation.isCancelled()
          ? ExitStatus.INTERRUPTED
          : readings.status(files, given, !json, shown);
    }
  }

  private String result(
      List<FileReading> files, RouteSummary summary, Sifted findings, UnaryOperator<String> shown) {
    FindingWords words = unredacted ? FindingWords.unredacted() : FindingWords.redacted();
    if (json) {
      return IngestJson.of(files, summary, into -> FindingsJson.write(findings, words, into), shown)
          + "\n";
    }
    String read = IngestReport.of(files.stream().map(each -> told(each, shown)).toList(), summary);
    boolean nothing = files.stream().allMatch(FileReading::unreadable);
    return nothing
        ? read
        : read + "\n" + FindingsSummary.of(findings, words, Optional.of(again(shown)));
  }

  /// What `lightfoot findings` is to be given for the rest.
  private String again(UnaryOperator<String> shown) {
    List<String> all = new ArrayList<>(given);
    if (reading.received()) {
      all.add("--received");
    }
    return all.size() > MOST_NAMED
        ? "F..."
        : all.stream().map(shown).collect(Collectors.joining(" "));
  }

  private static IngestReport.ReadFile told(FileReading file, UnaryOperator<String> shown) {
    List<String> notes = new ArrayList<>();
    file.failure().map(shown).ifPresent(notes::add);
    file.warnings().stream().map(shown).forEach(notes::add);
    return new IngestReport.ReadFile(
        file.name(),
        file.format().map(LogFormat::title).orElse(""),
        file.read(),
        notes,
        file.skipped(),
        file.entries().stream()
            .map(each -> new SkippedEntry(each.place(), shown.apply(each.reason())))
            .toList());
  }
}
