package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.probe.ProbePlan;
import picocli.CommandLine.Option;

/// The options for how often something is measured, with requests before that do not count.
public final class RunOptions {
  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "N cold runs; ${DEFAULT-VALUE} by default.")
  private int runs = ProbePlan.DEFAULT_RUNS;

  @Option(names = "--warm", description = "And N runs on the kept connection.")
  private boolean warm;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description =
          "First make N requests that are not counted, so that the servers' workers are ready.")
  private int warmUps;

  /// Cold runs.
  public int cold() throws Refusal {
    if (runs < 1 || runs > ProbePlan.MAX_RUNS) {
      throw new Refusal("--runs takes 1 to " + ProbePlan.MAX_RUNS + ".");
    }
    return runs;
  }

  /// Whether as many follow on the kept connection.
  public boolean warm() {
    return warm;
  }

  /// Requests before that do not count.
  public int warmUps() throws Refusal {
    if (warmUps < 0 || warmUps > ProbePlan.MAX_RUNS) {
      throw new Refusal("--warm-up takes 0 to " + ProbePlan.MAX_RUNS + ".");
    }
    return warmUps;
  }
}
