package dev.lightfoot.app.cli.finding;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.finding.AcknowledgementWords;
import dev.lightfoot.report.finding.FindingWords;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot findings acknowledge`.
@Command(
    name = "acknowledge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Remembers that a finding is known: it is then listed apart and breaks no budget.",
      "It returns after its last day, or when it happens more than a fifth more often than was"
          + " acknowledged."
    })
final class AcknowledgeCommand extends AcknowledgementCommand {
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

  AcknowledgeCommand(Console console) {
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
