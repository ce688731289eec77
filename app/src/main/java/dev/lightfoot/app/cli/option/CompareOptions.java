package dev.lightfoot.app.cli.option;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.report.redact.Redactor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of what is compared.
public final class CompareOptions {
  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "N runs of each URL; by default as many as the snapshot has, or 20. A verdict takes 10.")
  private @Nullable Integer runs;

  @Option(
      names = "--state",
      paramLabel = "cold|warm|resumed",
      description =
          "Compare these runs; by default those that both snapshots have most of, or cold ones.")
  private @Nullable String state;

  @Option(
      names = "--align",
      paramLabel = "start|first-byte|URL",
      description =
          "Measure times from there: the start of the run, the first byte of the first response, or"
              + " the request of that URL; start by default.")
  private String align = "start";

  /// Runs on each live side; empty where nothing was said.
  public Optional<Integer> runs() throws Refusal {
    if (runs != null && (runs < 1 || runs > ProbePlan.MAX_RUNS)) {
      throw new Refusal("--runs takes 1 to " + ProbePlan.MAX_RUNS + ".");
    }
    return Optional.ofNullable(runs);
  }

  /// The state of the runs that are compared; empty where nothing was said.
  public Optional<RunState> state() throws Refusal {
    if (state == null) {
      return Optional.empty();
    }
    String wanted = state.toLowerCase(Locale.ROOT);
    return Optional.of(
        Arrays.stream(RunState.values())
            .filter(each -> each.label().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new Refusal("--state takes cold, warm or resumed.")));
  }

  /// All of it.
  public CompareChoice choice() throws Refusal {
    CompareChoice choice = CompareChoice.DEFAULT.from(origin());
    Optional<RunState> chosen = state();
    return chosen.isPresent() ? choice.in(chosen.get()) : choice;
  }

  /// A sentence about the event that times are measured from; empty for the start of the run.
  public String alignedOn() {
    return isStart()
        ? ""
        : " Runs without what --align names are left out: " + Redactor.redact(align) + ".";
  }

  private boolean isStart() {
    return align.toLowerCase(Locale.ROOT).equals("start");
  }

  private Origin origin() throws Refusal {
    return switch (align.toLowerCase(Locale.ROOT)) {
      case "start" -> Origin.START;
      case "first-byte" -> Origin.FIRST_BYTE;
      default -> {
        if (!align.contains("://")) {
          throw new Refusal("--align takes start, first-byte, or the whole URL of a request.");
        }
        yield new Origin.Request(Redactor.redact(align));
      }
    };
  }
}
