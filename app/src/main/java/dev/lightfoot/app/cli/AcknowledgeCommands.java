package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.ReadFiles;
import dev.lightfoot.codec.acknowledgement.AcknowledgementCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.finding.AcknowledgementWords;
import dev.lightfoot.report.finding.FindingWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot findings acknowledge`, `acknowledged` and `withdraw`.
final class AcknowledgeCommands {
  private AcknowledgeCommands() {}

  /// A command that works on what is acknowledged.
  abstract static class OnStore implements Callable<Integer>, DataFolderChoice.Chooser {
    final Console console;
    @Mixin final DataFolderChoice dataFolder = new DataFolderChoice();

    OnStore(Console console) {
      this.console = console;
    }

    @Override
    public final DataFolderChoice dataFolder() {
      return dataFolder;
    }

    @Override
    public final Integer call() throws Refusal {
      try {
        run();
        return ExitStatus.DONE;
      } catch (IOException e) {
        throw new Refusal(String.valueOf(e.getMessage()), e);
      }
    }

    abstract void run() throws Refusal, IOException;

    /// What a person means by a fingerprint, or by a rule and a route.
    static Target target(String what, @Nullable String route, String about) throws Refusal {
      if (Target.OfFinding.isFingerprint(what)) {
        if (route != null) {
          throw new Refusal("A fingerprint says which finding: leave out --route.");
        }
        return new Target.OfFinding(what, about);
      }
      if (Rule.ofLabel(what).isEmpty()) {
        throw new Refusal(
            "\""
                + what
                + "\" is neither a fingerprint (16 hexadecimal digits) nor a rule; lightfoot"
                + " findings prints both.");
      }
      if (route == null || route.isBlank()) {
        throw new Refusal("Say with --route where the rule is meant; '*' stands for any text.");
      }
      return new Target.OfRule(what, route.strip());
    }
  }

  @Command(
      name = "acknowledge",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = {
        "Remembers that a finding is known: it is then listed apart and breaks no budget.",
        "It returns after its last day, or when it happens more than a fifth more often than was"
            + " acknowledged."
      })
  static final class Acknowledge extends OnStore {
    @Parameters(paramLabel = "FINGERPRINT|RULE", description = "One finding, or a rule.")
    private String what = "";

    @Option(
        names = "--route",
        paramLabel = "PATTERN",
        description = "Of a rule: on which routes, such as '/admin/*'.")
    private @Nullable String route;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(
        names = "--until",
        paramLabel = "DATE",
        description = "The last day on which it holds, such as 2027-01-31.")
    private @Nullable String until;

    @Option(
        names = "--count",
        paramLabel = "N",
        description = "How often it happens in a request or run that shows it.")
    private @Nullable Integer count;

    @Option(
        names = "--in",
        paramLabel = "SNAPSHOT",
        description = "Take the count from the finding in this snapshot.")
    private @Nullable String in;

    Acknowledge(Console console) {
      super(console);
    }

    @Override
    void run() throws Refusal, IOException {
      if (reason.isBlank()) {
        throw new Refusal("--reason takes a text: why it is lived with.");
      }
      if (count != null && count < 1) {
        throw new Refusal("--count takes a whole number from 1 on.");
      }
      Optional<Found> found = in == null ? Optional.empty() : Optional.of(found(in));
      Acknowledgement added =
          new Acknowledgement(
              target(what, route, found.map(Found::about).orElse("")),
              reason.strip(),
              LocalDate.now(ZoneId.systemDefault()),
              until(),
              count != null
                  ? OptionalInt.of(count)
                  : found.map(it -> OptionalInt.of(it.count())).orElse(OptionalInt.empty()));
      Optional<Acknowledgement> before = dataFolder.acknowledgements().add(added);
      console.tell(
          (before.isPresent() ? "Acknowledged anew: " : "Acknowledged: ")
              + AcknowledgementWords.of(added)
              + ".");
      if (added.count().isEmpty()) {
        console.tell("It holds however often it happens; --count or --in sets how often.");
      }
    }

    private Optional<LocalDate> until() throws Refusal {
      try {
        return Optional.ofNullable(until).map(LocalDate::parse);
      } catch (DateTimeException e) {
        throw new Refusal("--until takes a date such as 2027-01-31.", e);
      }
    }

    private record Found(String about, int count) {}

    private Found found(String name) throws Refusal {
      Cancellation never = new Cancellation();
      Snapshot snapshot = new GivenSnapshot(console, dataFolder, never).require(name);
      FindingsSubject.Examined examined =
          new FindingsSubject(console, dataFolder, never).examined(snapshot);
      List<Finding> meant =
          examined.findings().list().stream()
              .filter(each -> each.fingerprint().equals(what) || isRule(each))
              .toList();
      if (meant.isEmpty()) {
        throw new Refusal(name + " has no such finding.");
      }
      FindingWords words = examined.words();
      int most = meant.stream().mapToInt(Finding::count).max().orElseThrow();
      Finding first = meant.getFirst();
      return new Found(first.rule().label() + ", " + words.where(first), most);
    }

    private boolean isRule(Finding finding) {
      return route != null
          && finding.rule().label().equals(what)
          && new Target.OfRule(what, route.strip()).matches(finding.subject().route());
    }
  }

  @Command(
      name = "acknowledged",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Lists what is acknowledged.")
  static final class Acknowledged extends OnStore {
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

    Acknowledged(Console console) {
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

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Takes an acknowledgement away: the finding stands again.")
  static final class Withdraw extends OnStore {
    @Parameters(paramLabel = "FINGERPRINT|RULE", description = "As it was acknowledged.")
    private String what = "";

    @Option(names = "--route", paramLabel = "PATTERN", description = "As it was acknowledged.")
    private @Nullable String route;

    Withdraw(Console console) {
      super(console);
    }

    @Override
    void run() throws Refusal, IOException {
      Optional<Acknowledgement> gone =
          dataFolder.acknowledgements().withdraw(target(what, route, ""));
      if (gone.isEmpty()) {
        throw new Refusal(
            "Nothing of that is acknowledged; lightfoot findings acknowledged lists all.");
      }
      console.tell("Withdrawn: " + AcknowledgementWords.of(gone.get()) + ".");
    }
  }
}
