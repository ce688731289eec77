package dev.lightfoot.app.cli.finding;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.AcknowledgementChoice;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.ReadFiles;
import dev.lightfoot.app.cli.option.ReadingOptions;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.LightfootVersion;
import dev.lightfoot.report.finding.FindingWords;
import dev.lightfoot.report.finding.FindingsJson;
import dev.lightfoot.report.finding.FindingsSarif;
import dev.lightfoot.report.finding.FindingsText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot findings`.
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Names what costs round trips in a snapshot, or in logs and traces: where it is, what shows"
          + " it, what to",
      "change and what that saves. Says of every rule whether it found something, is in order or"
          + " could not look."
    })
public final class FindingsCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "SNAPSHOT|F",
      description =
          "A snapshot: a file or a saved one by its id or name; or logs and traces: files, folders"
              + " with all below them, or - for standard input.")
  private List<String> given = new ArrayList<>();

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final AcknowledgementChoice acknowledged = new AcknowledgementChoice();

  @Option(names = "--json", description = "Print them as JSON.")
  private boolean json;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write them as SARIF 2.1.0 too, at the lines and routes that show them.")
  private @Nullable Path sarif;

  @Option(names = "--unredacted", description = "Print secrets in names and statements too.")
  private boolean unredacted;

  private FindingsCommand(Console console) {
    this.console = console;
  }

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new FindingsCommand(console))
        .addSubcommand(new AcknowledgeCommand(console))
        .addSubcommand(new AcknowledgedCommand(console))
        .addSubcommand(new WithdrawCommand(console));
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal {
    if (sarif != null) {
      Stream<String> files = acknowledged.files(dataFolder).stream();
      new ReadFiles(Stream.concat(given.stream(), files).toList()).refuse("--sarif", sarif);
    }
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      FindingsSubject subject = new FindingsSubject(console, dataFolder, cancellation);
      Optional<Snapshot> snapshot = subject.snapshot(given, reading.received());
      if (cancellation.isCancelled()) {
        return ExitStatus.INTERRUPTED;
      }
      FindingsSubject.Examined examined =
          snapshot.isPresent()
              ? subject.examined(snapshot.get())
              : subject.examined(given, reading);
      print(examined);
      return cancellation.isCancelled() ? ExitStatus.INTERRUPTED : examined.status();
    }
  }

  private void print(FindingsSubject.Examined examined) throws Refusal {
    Sifted sifted = acknowledged.sift(examined.findings(), dataFolder, console);
    FindingWords words = unredacted ? FindingWords.unredacted() : examined.words();
    console
        .out()
        .print(
            json
                ? FindingsJson.of(sifted, words, examined.whence()) + "\n"
                : FindingsText.of(sifted, words, examined.places()));
    console.out().flush();
    if (sarif != null) {
      write(sarif, FindingsSarif.of(sifted, words, LightfootVersion.current()));
    }
  }

  /// For others to read, so that it has the rights that files usually have.
  private static void write(Path file, String text) throws Refusal {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refusal(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
