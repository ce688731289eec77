package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.SnapshotInput;
import dev.lightfoot.app.cli.option.ReadFiles;
import dev.lightfoot.app.export.Export;
import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.RemovalWords;
import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot convert`.
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Converts a snapshot or a captured page load; the extension of OUT says into what.",
      "It reads snapshots, reports of this program, HAR files and WebPageTest results, also"
          + " compressed; it writes .html, .md, .csv, .json, .har, .svg and .png."
    })
final class ConvertCommand implements Callable<Integer> {
  private static final String STANDARD = "-";

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "The file to read, or - for standard input; its content tells what it is.")
  private @Nullable String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to write, or - for standard output.")
  private @Nullable String out;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "html, md, csv, json, har, svg or png, where OUT has no such extension.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--chart",
      paramLabel = "CHART",
      description = "What .svg and .png show: phases, stack or waterfall; the first there is.")
  private Optional<String> chart = Optional.empty();

  @Option(
      names = "--page",
      paramLabel = "N",
      description = "Which page, of a file that holds pages of several URLs.")
  private Optional<Integer> page = Optional.empty();

  @Option(names = "--unredacted", description = "Keep cookies, tokens and other secrets.")
  private boolean unredacted;

  ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Refusal {
    if (in == null || out == null) {
      throw new Refusal("convert takes two files: IN OUT.");
    }
    ExportFormat to = format(out);
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      List<Snapshot> all = new SnapshotInput(console, cancellation).read(in);
      if (cancellation.isCancelled()) {
        return ExitStatus.INTERRUPTED;
      }
      write(in, out, to, chosen(in, all));
      return ExitStatus.DONE;
    }
  }

  private ExportFormat format(String name) throws Refusal {
    Optional<ExportFormat> to = ExportFormat.of(format.orElse(name));
    if (to.isPresent()) {
      return to.get();
    }
    String all = ExportFormat.listed(List.of(ExportFormat.values()));
    throw new Refusal(
        name.equals(STANDARD)
            ? "Say what standard output is to be, such as --to html or --to json."
            : "Only " + all + " can be written, not " + name + ".");
  }

  private Snapshot chosen(String from, List<Snapshot> all) throws Refusal {
    if (page.isEmpty() && all.size() == 1) {
      return all.getFirst();
    }
    int number = page.orElse(0);
    if (number >= 1 && number <= all.size()) {
      return all.get(number - 1);
    }
    String pages =
        all.stream()
            .limit(20)
            .map(each -> (all.indexOf(each) + 1) + " " + Redactor.redact(each.target()))
            .collect(Collectors.joining(", "));
    throw new Refusal(
        from + " holds pages of several URLs; choose one with --page N: " + pages + ".");
  }

  private void write(String from, String to, ExportFormat format, Snapshot snapshot)
      throws Refusal {
    Export export = Export.of(snapshot, unredacted);
    try {
      byte[] bytes = export.bytes(format, chart);
      if (to.equals(STANDARD)) {
        console.out().write(bytes, 0, bytes.length);
        console.out().flush();
      } else {
        write(from, Path.of(to), bytes);
      }
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(to + " cannot be written: " + e.getMessage(), e);
    }
    if (!unredacted && !export.secrets().isEmpty()) {
      console.warn(
          "Secrets were left out "
              + RemovalWords.of(export.secrets())
              + ". --unredacted keeps them.");
    }
  }

  private static void write(String from, Path to, byte[] bytes) throws IOException, Refusal {
    new ReadFiles(from.equals(STANDARD) ? List.of() : List.of(from)).refuse("OUT", to);
    OwnerFiles.write(to, bytes);
  }
}
