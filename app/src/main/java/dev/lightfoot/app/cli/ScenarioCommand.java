package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.scenario.Link;
import dev.lightfoot.analysis.scenario.LinkText;
import dev.lightfoot.analysis.scenario.Preset;
import dev.lightfoot.analysis.scenario.Scenario;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.LinkOptions;
import dev.lightfoot.report.scenario.ScenarioJson;
import dev.lightfoot.report.scenario.ScenarioReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot scenario`.
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Bandwidth against latency: when the first and the last byte arrive, by bird, line or fibre.",
      "Calculates only; nothing is sent. Without options: 36 GB over 10 km."
    })
final class ScenarioCommand implements Callable<Integer> {
  private static final int MOST_HANDSHAKES = 1_000;

  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "WAY",
      description = "pigeon, nbn, fibre, data-centre; all of them, unless a line of your own is.")
  private List<String> given = new ArrayList<>();

  @Option(
      names = "--bytes",
      paramLabel = "SIZE",
      description = "How much, such as 14 kB; ${DEFAULT-VALUE} by default.")
  private String bytes = "36 GB";

  @Option(
      names = "--handshakes",
      paramLabel = "N",
      description =
          "Round trips before anything can be asked for or sent: 2 for TCP and TLS 1.3;"
              + " ${DEFAULT-VALUE} by default.")
  private int handshakes = 1;

  @Option(
      names = "--ask",
      description = "A request goes out first, as for a page; without it bytes come by themselves.")
  private boolean ask;

  @Mixin private final LinkOptions own = new LinkOptions();

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean asJson;

  ScenarioCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Refusal {
    Scenario scenario = scenario();
    if (asJson) {
      console.out().println(ScenarioJson.of(scenario));
    } else {
      console.out().print(ScenarioReport.of(scenario));
    }
    console.out().flush();
    return ExitStatus.DONE;
  }

  private Scenario scenario() throws Refusal {
    if (handshakes < 0 || handshakes > MOST_HANDSHAKES) {
      throw new Refusal("--handshakes takes 0 to " + MOST_HANDSHAKES + ".");
    }
    long size =
        LinkText.bytes(bytes)
            .orElseThrow(() -> new Refusal("--bytes takes a size, such as 14 kB or 36 GB."));
    return new Scenario(size, handshakes, ask, links());
  }

  private List<Link> links() throws Refusal {
    List<Link> links = new ArrayList<>();
    for (String word : given) {
      links.add(preset(word).link());
    }
    if (own.given()) {
      links.add(own.link());
    }
    return links.isEmpty() ? Arrays.stream(Preset.values()).map(Preset::link).toList() : links;
  }

  private static Preset preset(String word) throws Refusal {
    return Preset.ofLabel(word)
        .orElseThrow(
            () ->
                new Refusal(
                    word
                        + " is no way that is known: "
                        + Arrays.stream(Preset.values())
                            .map(Preset::label)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
