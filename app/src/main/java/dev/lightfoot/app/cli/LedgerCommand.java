package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.LedgerJson;
import dev.lightfoot.report.LedgerReport;
import dev.lightfoot.report.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot ledger`.
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Bills a snapshot in round trips: trips x RTT, work, transfer, queue and what is left, by"
          + " layer and peer, in all and of what was waited for.",
      "Of several snapshots of the same request at different round-trip times: how the first byte"
          + " grows with distance."
    })
final class LedgerCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(
      arity = "1..*",
      paramLabel = "SNAPSHOT",
      description =
          "A kept snapshot by id, beginning of an id or name; or a file that holds one, or a"
              + " captured page load; or - for standard input.")
  private List<String> given = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean asJson;

  @Option(
      names = "--run",
      paramLabel = "N",
      description = "Bill this run of the snapshot instead of the one nearest to its median.")
  private Optional<Integer> run = Optional.empty();

  LedgerCommand(Console console) {
    this.console = console;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal {
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      GivenSnapshot finder = new GivenSnapshot(console, dataFolder, cancellation);
      List<Snapshot> snapshots = new ArrayList<>();
      for (String each : given) {
        snapshots.add(Redactor.redact(finder.require(each)).snapshot());
        if (cancellation.isCancelled()) {
          return ExitStatus.INTERRUPTED;
        }
      }
      OptionalInt index = index(snapshots);
      if (asJson) {
        console.out().println(LedgerJson.of(snapshots, index));
      } else {
        console.out().print(LedgerReport.of(snapshots, index));
      }
      console.out().flush();
      return ExitStatus.DONE;
    }
  }

  private OptionalInt index(List<Snapshot> snapshots) throws Refusal {
    if (run.isEmpty()) {
      return OptionalInt.empty();
    }
    if (snapshots.size() > 1) {
      throw new Refusal("--run takes one snapshot.");
    }
    int runs = snapshots.getFirst().runs().size();
    if (run.get() < 1 || run.get() > runs) {
      throw new Refusal("The snapshot has runs 1 to " + runs + ".");
    }
    return OptionalInt.of(run.get() - 1);
  }
}
