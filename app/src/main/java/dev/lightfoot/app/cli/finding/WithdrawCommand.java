package dev.lightfoot.app.cli.finding;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.finding.AcknowledgementWords;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot findings withdraw`.
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Takes an acknowledgement away: the finding stands again.")
final class WithdrawCommand extends AcknowledgementCommand {
  @Parameters(paramLabel = "FINGERPRINT|RULE", description = "As it was acknowledged.")
  private String what = "";

  @Option(names = "--route", paramLabel = "PATTERN", description = "As it was acknowledged.")
  private @Nullable String route;

  WithdrawCommand(Console console) {
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
