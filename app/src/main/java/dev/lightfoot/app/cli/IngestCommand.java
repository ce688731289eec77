package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.ReceiverOptions;
import dev.lightfoot.app.cli.option.UnitOptions;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.IngestReport;
import dev.lightfoot.report.IngestReport.SkippedEntry;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.span.journal.ReceivedSpans;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
final class IngestCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;
  private final Intake intake;

  @Parameters(
      arity = "0..*",
      paramLabel = "F",
      description =
          "Files, folders with all below them, or - for standard input; also compressed (gzip,"
              + " Zstandard, bzip2, zip) and with the prefixes of docker and Kubernetes.")
  private List<String> given = new ArrayList<>();

  @Option(
      names = "--received",
      description = "Read what lightfoot receive or the window received, too; also while it runs.")
  private boolean received;

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Read all of them as this format; recognised by their content unless said.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--log-format",
      paramLabel = "TEXT",
      description = "The server's own format string: nginx's log_format or Apache's LogFormat.")
  private Optional<String> pattern = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of timestamps that name none, such as Europe/Berlin or +02:00.")
  private @Nullable String zone;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "Day on which they were written (2026-11-23), where timestamps do not say.")
  private @Nullable String day;

  @Mixin private final UnitOptions units = new UnitOptions();

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Option(names = "--unredacted", description = "Print secrets in routes and messages too.")
  private boolean unredacted;

  IngestCommand(Console console, Intake intake) {
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
  int read(List<String> files) throws Refusal {
    given = List.copyOf(files);
    return call();
  }

  @Override
  public Integer call() throws Refusal {
    IntakeSettings settings =
        new IntakeSettings(format, new ReadSettings(zone(), pattern, day(), units.units()));
    List<Source> sources = sources();
    Cancellation cancellation = new Cancellation();
    RouteTable routes = new RouteTable();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      List<FileReading> files =
          read(sources, settings, new IngestProgress(console, cancellation, routes::add));
      UnaryOperator<String> shown = unredacted ? text -> text : Redactor::redact;
      console.out().print(result(files, routes.summary().with(shown), shown));
      console.out().flush();
      return cancellation.isCancelled() ? ExitStatus.INTERRUPTED : status(files, shown);
    }
  }

  private List<FileReading> read(
      List<Source> sources, IntakeSettings settings, IngestProgress progress) throws Refusal {
    try (progress) {
      return intake.read(sources, settings, progress);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private String result(
      List<FileReading> files, RouteSummary summary, UnaryOperator<String> shown) {
    return json
        ? IngestJson.of(files, summary, shown) + "\n"
        : IngestReport.of(files.stream().map(each -> told(each, shown)).toList(), summary);
  }

  /// 2 where something that the person named could not be read, or nothing of it, or nothing at all
  /// could. Files found in a folder may be of any kind, and a named one may be empty beside others.
  private int status(List<FileReading> files, UnaryOperator<String> shown) {
    Set<String> named = new HashSet<>(given);
    List<FileReading> unread = files.stream().filter(FileReading::unreadable).toList();
    List<FileReading> missed =
        unread.stream().filter(each -> named.contains(each.path()) && !each.empty()).toList();
    boolean none = unread.size() == files.size();
    for (FileReading each : json || none ? unread : missed) {
      console.warn(shown.apply(NothingRead.sentence(each)));
    }
    if (files.stream().anyMatch(FileReading::unrecognised)) {
      console.warn("Formats that can be read: " + formats() + ".");
    }
    return none || !missed.isEmpty() ? ExitStatus.USAGE : ExitStatus.DONE;
  }

  private String formats() {
    return String.join(", ", intake.formats().stream().map(LogFormat::name).sorted().toList());
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

  private List<Source> sources() throws Refusal {
    List<Source> sources = new ArrayList<>();
    for (String each : given) {
      try {
        sources.add(Source.of(each, console.in()));
      } catch (InvalidPathException e) {
        throw new Refusal("This is not a file name: " + each, e);
      }
    }
    if (received) {
      sources.add(receivedSpans());
    }
    if (sources.isEmpty()) {
      throw new Refusal("Name files or folders to read, - for standard input, or --received.");
    }
    if (given.stream().filter("-"::equals).count() > 1) {
      throw new Refusal("Standard input (-) can be read once only.");
    }
    return sources;
  }

  private Source receivedSpans() throws Refusal {
    Path folder = ReceiverOptions.folder(dataFolder);
    if (!Files.isDirectory(folder)) {
      throw new Refusal(
          "Nothing was received yet: there is no " + folder + ". lightfoot receive makes it.");
    }
    return new Source.Spans(
        folder.toString(), ReceivedSpans.FORMAT, reading -> ReceivedSpans.read(folder, reading));
  }

  private Optional<ZoneId> zone() throws Refusal {
    try {
      return Optional.ofNullable(zone).map(ZoneId::of);
    } catch (DateTimeException e) {
      throw new Refusal("--zone takes a zone such as Europe/Berlin, UTC or +02:00.", e);
    }
  }

  private Optional<LocalDate> day() throws Refusal {
    try {
      return Optional.ofNullable(day).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new Refusal("--day takes a date such as 2026-11-23.", e);
    }
  }
}
