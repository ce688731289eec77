package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.codec.har.write.HarWriter;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.LightfootVersion;
import dev.lightfoot.report.CsvReport;
import dev.lightfoot.report.redact.Redacted;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.redact.Removal;
import dev.lightfoot.store.OwnerFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
      "Read are snapshots, HAR files and WebPageTest results, also compressed; written are .har,"
          + " .json and .csv."
    })
final class ConvertCommand implements Callable<Integer> {
  private static final String STANDARD = "-";

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "The file to read, or - for standard input; what it is shows in its content.")
  private @Nullable String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to write, or - for standard output.")
  private @Nullable String out;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "har, json or csv, where OUT has no such extension.")
  private Optional<String> format = Optional.empty();

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
    String to = format(out);
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

  private String format(String name) throws Refusal {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String to = format.orElse(extension).toLowerCase(Locale.ROOT);
    return switch (to) {
      case "har", "json", "csv" -> to;
      case "html", "png" ->
          throw new Refusal(
              "." + to + " cannot be written yet; .har, .json and .csv can: " + name + ".");
      default ->
          throw new Refusal(
              name.equals(STANDARD)
                  ? "Say what standard output is to be: --to har, --to json or --to csv."
                  : "Only .har, .json and .csv can be written, not " + name + ".");
    };
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

  private void write(String from, String to, String extension, Snapshot snapshot) throws Refusal {
    Redacted cleaned = unredacted ? new Redacted(snapshot, List.of()) : Redactor.redact(snapshot);
    try {
      byte[] bytes = bytes(extension, cleaned.snapshot());
      if (to.equals(STANDARD)) {
        console.out().write(bytes, 0, bytes.length);
        console.out().flush();
      } else {
        write(from, Path.of(to), bytes);
      }
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(to + " cannot be written: " + e.getMessage(), e);
    }
    if (!cleaned.removed().isEmpty()) {
      int times = cleaned.removed().stream().mapToInt(Removal::times).sum();
      String what = cleaned.removed().stream().map(Removal::what).collect(Collectors.joining(", "));
      console.warn(
          "Secrets were left out in "
              + times
              + (times == 1 ? " place: " : " places: ")
              + what
              + ". --unredacted keeps them.");
    }
  }

  private static void write(String from, Path to, byte[] bytes) throws IOException, Refusal {
    boolean same =
        !from.equals(STANDARD) && Files.exists(to) && Files.isSameFile(Path.of(from), to);
    if (same) {
      throw new Refusal("IN and OUT are the same file; choose another OUT.");
    }
    OwnerFiles.write(to, bytes);
  }

  private static byte[] bytes(String extension, Snapshot snapshot) throws IOException {
    return switch (extension) {
      case "csv" -> CsvReport.of(snapshot).getBytes(StandardCharsets.UTF_8);
      case "har" -> {
        ByteArrayOutputStream har = new ByteArrayOutputStream();
        HarWriter.write(snapshot, LightfootVersion.current(), har);
        yield har.toByteArray();
      }
      default -> SnapshotCodec.encode(snapshot);
    };
  }
}
