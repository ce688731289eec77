package dev.lightfoot.app.cli.finding;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.model.acknowledgement.Target;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/// A command that works on what is acknowledged.
abstract class AcknowledgementCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  final Console console;
  @Mixin final DataFolderChoice dataFolder = new DataFolderChoice();

  AcknowledgementCommand(Console console) {
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
