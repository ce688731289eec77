package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.BareWord;
import dev.lightfoot.app.cli.measuring.Measuring;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.GivenArguments;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.dns.Resolvers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lightfoot` itself: the window, or where there is no display the same result as text.
@Command(
    name = "lightfoot",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows where every millisecond of a web request goes.",
    footer = {
      "",
      "Exit status: 0 done; 1 a budget is broken, or what was compared is slower; 2 wrong use,"
          + " unreadable",
      "input, unwritable output; 3 the target could not be measured; 4 a fault of Lightfoot; 130"
          + " interrupted."
    })
final class RootCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;
  private final Measuring measuring;
  private final WindowOpening window;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(
      arity = "0..*",
      paramLabel = "URL|FILE",
      description =
          "Open the window on this URL, or on these files and folders: snapshots, traces and logs,"
              + " recognised by their content.")
  private List<String> given = new ArrayList<>();

  RootCommand(Console console, Measuring measuring, WindowOpening window) {
    this.console = console;
    this.measuring = measuring;
    this.window = window;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal, InterruptedException {
    GivenArguments arguments = GivenArguments.of(given);
    if (arguments.address().isPresent()) {
      BareWord.check(
          arguments.address().get(), spec.subcommands().keySet(), Resolvers::isNamedHere);
    }
    try {
      return window.open(arguments.address(), arguments.files(), dataFolder.chosen());
    } catch (WindowOpening.NoWindow e) {
      console.warn(String.valueOf(e.getMessage()));
      return asText(arguments);
    }
  }

  private int asText(GivenArguments arguments) throws Refusal {
    if (!arguments.files().isEmpty()) {
      return new FilesAsText(console).print(arguments.files());
    }
    String address =
        arguments
            .address()
            .orElseThrow(
                () -> new Refusal("Give a URL to measure: lightfoot probe https://example.com"));
    ProbeRequest request = new RequestOptions().request(address, console);
    ProbePlan plan = ProbePlan.of(request, ProbePlan.DEFAULT_RUNS, false, false);
    return measuring.measure(List.of(plan), new Output(console, false, false, false), _ -> {});
  }
}
