package dev.lightfoot.app.cli.budget;

import dev.lightfoot.analysis.budget.Proposal;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.codec.budget.BudgetCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.budget.ProposalWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot budget`.
public final class BudgetCommands {
  private BudgetCommands() {}

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new Root()).addSubcommand(new Init(console));
  }

  @Command(
      name = "budget",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Proposes budgets; lightfoot check holds snapshots against them.")
  private static final class Root implements Callable<Integer> {
    @Override
    public Integer call() throws Refusal {
      throw new Refusal("budget takes a command: init SNAPSHOT.");
    }
  }

  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = {
        "Proposes limits from what a snapshot measured, the headroom of each beside it.",
        "Trips and requests are exact and get none."
      })
  private static final class Init implements Callable<Integer>, DataFolderChoice.Chooser {
    private final Console console;

    @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

    @Parameters(
        paramLabel = "SNAPSHOT",
        description = "A file, - for standard input, or a saved one by its id or name.")
    private String given = "";

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Write the budget there instead of standard output; it must not exist yet.")
    private @Nullable Path out;

    Init(Console console) {
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
        Snapshot snapshot = new GivenSnapshot(console, dataFolder, cancellation).require(given);
        Proposal proposal = Proposal.of(snapshot);
        if (proposal.limits().isEmpty()) {
          throw new Refusal(given + " has no run that came to its end: there is nothing to limit.");
        }
        write(BudgetCodec.encode(ProposalWords.budget(proposal)));
        ProposalWords.warnings(proposal).forEach(console::warn);
        return ExitStatus.DONE;
      }
    }

    /// A budget that people have worked on is not overwritten.
    private void write(byte[] bytes) throws Refusal {
      if (out == null) {
        console.out().print(new String(bytes, StandardCharsets.UTF_8));
        console.out().flush();
        return;
      }
      try {
        Files.write(out, bytes, StandardOpenOption.CREATE_NEW);
        console.tell("Written to " + out + ".");
      } catch (FileAlreadyExistsException e) {
        throw new Refusal(out + " exists already; choose another --out, or delete it first.", e);
      } catch (IOException e) {
        throw new Refusal(out + " cannot be written: " + e.getMessage(), e);
      }
    }
  }
}
