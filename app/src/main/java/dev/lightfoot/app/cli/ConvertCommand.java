package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.SnapshotFile;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.CsvReport;
import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot convert`.
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Converts a snapshot file; the extension of OUT says into what: .json or .csv.")
final class ConvertCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "IN", description = "A snapshot file (.json).")
  private @Nullable Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  private @Nullable Path out;

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
    String from = extension(in);
    String to = extension(out);
    if (!from.equals("json")) {
      throw new Refusal("Only snapshot files (.json) can be read so far, not " + in + ".");
    }
    if (!to.equals("json") && !to.equals("csv")) {
      throw new Refusal("Only .json and .csv can be written so far, not " + out + ".");
    }
    Snapshot snapshot = SnapshotFile.read(in);
    write(in, out, to, snapshot);
    return ExitStatus.DONE;
  }

  private void write(Path from, Path to, String format, Snapshot snapshot) throws Refusal {
    Set<String> removed = new LinkedHashSet<>();
    Snapshot shown = unredacted ? snapshot : Output.redacted(snapshot, removed);
    byte[] bytes =
        format.equals("csv")
            ? CsvReport.of(shown).getBytes(StandardCharsets.UTF_8)
            : SnapshotCodec.encode(shown);
    try {
      if (Files.exists(to) && Files.isSameFile(from, to)) {
        throw new Refusal("IN and OUT are the same file; choose another OUT.");
      }
      OwnerFiles.write(to, bytes);
    } catch (IOException e) {
      throw new Refusal(to + " cannot be written: " + e.getMessage(), e);
    }
    if (!removed.isEmpty()) {
      console.warn("Secrets were left out: " + String.join(", ", removed) + ".");
    }
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
