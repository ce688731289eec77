package dev.lightfoot.app;

import dev.lightfoot.app.cli.Cli;
import dev.lightfoot.app.cli.CommandRehearsal;
import dev.lightfoot.app.cli.WindowOpening;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.ui.shell.Window;
import dev.lightfoot.app.ui.shell.WindowOptions;
import dev.lightfoot.probe.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the program starts: without arguments, or with just a URL or files, the window; else the
/// command line.
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    Console console = Console.system();
    Cli cli =
        new Cli(
            console,
            new Cli.Parts(
                (plans, listener, cancellation) ->
                    Probe.series().compare(plans, listener, cancellation),
                new InstalledEngines(),
                (plan, cancellation) -> Probe.lookups().compare(plan, cancellation),
                Main::open));
    int status = CommandRehearsal.isWanted() ? CommandRehearsal.play(cli) : cli.run(args);
    console.flush();
    System.exit(status);
  }

  private static int open(Optional<String> address, List<Path> files, Optional<Path> dataFolder)
      throws WindowOpening.NoWindow {
    Optional<String> missing = Display.missing();
    if (missing.isPresent()) {
      throw new WindowOpening.NoWindow(missing.get());
    }
    try {
      return Window.open(new WindowOptions(address, files, dataFolder));
    } catch (UnsupportedOperationException | LinkageError e) {
      throw new WindowOpening.NoWindow(Display.refused(e));
    }
  }
}
