package dev.lightfoot.probe.peer;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;

/// Short ways into a run for assertions.
public final class Measured {
  private Measured() {}

  public static Exchange only(Run run) {
    if (run.exchanges().size() != 1) {
      throw new AssertionError("not one exchange but " + run.exchanges().size());
    }
    return run.exchanges().getFirst();
  }

  /// `measured`, `failed: TYPE` or the reason why it does not apply.
  public static String state(Exchange exchange, Phase phase) {
    return switch (exchange.phases().timing(phase).orElseThrow()) {
      case PhaseTiming.Measured _ -> "measured";
      case PhaseTiming.Failed failed -> "failed: " + failed.errorType();
      case PhaseTiming.NotApplicable not -> not.reason();
    };
  }

  /// `PHASE TYPE`, or `none`.
  public static String error(Run run) {
    return run.error().map(Measured::text).orElse("none");
  }

  private static String text(RunError error) {
    return error.phase().map(Phase::label).orElse("-") + " " + error.errorType();
  }
}
