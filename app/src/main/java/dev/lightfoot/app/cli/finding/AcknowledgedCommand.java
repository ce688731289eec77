package dev.lightfoot.app.cli.finding;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.AcknowledgementChoice;
import dev.lightfoot.app.cli.option.ReadFiles;
import dev.lightfoot.codec.acknowledgement.AcknowledgementCodec;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.finding.AcknowledgementWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lightfoot findings acknowledged`.
@Command(
    name = "acknowledged",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists what is acknowledged.")
final class AcknowledgedCommand extends AcknowledgementCommand {
  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write it there, to be committed; - for standard output.")
  private @Nullable Path export;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description = "Acknowledge what such a file says, too.")
  private @Nullable Path imported;

  AcknowledgedCommand(Console console) {
    super(console);
  }

  @Override
  void run() throws Refusal, IOException {
    if (imported != null) {
      List<Acknowledgement> read = AcknowledgementChoice.read(imported);
      dataFolder.acknowledgements().addAll(read);
      console.tell("Taken from " + imported + ": " + read.size() + ".");
    }
    List<Acknowledgement> all = dataFolder.acknowledgements().all();
    if (export != null) {
      write(export, all);
      return;
    }
    all.forEach(each -> console.out().println(AcknowledgementWords.of(each)));
    if (all.isEmpty()) {
      console.tell("Nothing is acknowledged.");
    }
    console.out().flush();
  }

  private void write(Path file, List<Acknowledgement> all) throws Refusal, IOException {
    byte[] bytes = AcknowledgementCodec.encode(all);
    if (file.toString().equals("-")) {
      console.out().writeBytes(bytes);
      console.out().flush();
      return;
    }
    String kept = dataFolder.acknowledgements().file().toString();
    String read = imported == null ? kept : imported.toString();
    new ReadFiles(List.of(kept, read)).refuse("--export", file);
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new Refusal(file + " cannot be written: " + e.getMessage(), e);
    }
    console.tell("Written to " + file + ".");
  }
}
