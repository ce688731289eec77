package dev.lightfoot.app.cli.measuring;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;

/// How a measurement went, as an exit status.
public final class Outcome {
  private Outcome() {}

  /// The exit status of that snapshot. Warns of runs that failed, and of resources of pages that
  /// did.
  public static int status(Snapshot snapshot, Console console) {
    List<RunError> errors =
        snapshot.runs().stream().map(Run::error).flatMap(Optional::stream).toList();
    if (errors.stream().anyMatch(error -> is(error, ErrorType.INTERNAL))) {
      return ExitStatus.FAULT;
    }
    if (errors.stream().anyMatch(error -> is(error, ErrorType.CANCELLED))) {
      return ExitStatus.INTERRUPTED;
    }
    if (!errors.isEmpty() && errors.size() == snapshot.runs().size()) {
      // Messages quote addresses, such as that of a resolver with a token in its query.
      String message = Redactor.redact(errors.getFirst().message());
      console.warn(message + " [" + errors.getFirst().code() + "]");
      return ExitStatus.TARGET;
    }
    if (!errors.isEmpty()) {
      console.warn(
          Numbers.plain(
              Numbers.count(errors.size())
                  + " of "
                  + Numbers.count(snapshot.runs().size())
                  + " runs failed and are left out of the statistics."));
    }
    warnOfResources(snapshot, console);
    return ExitStatus.DONE;
  }

  private static void warnOfResources(Snapshot snapshot, Console console) {
    List<Exchange> loaded =
        snapshot.runs().stream()
            .filter(run -> run.page().isPresent() && run.error().isEmpty())
            .flatMap(run -> run.exchanges().stream())
            .toList();
    long failed = loaded.stream().filter(Outcome::failed).count();
    if (failed > 0) {
      console.warn(
          Numbers.plain(
              Numbers.count(failed)
                  + " of "
                  + Numbers.count(loaded.size())
                  + " requests failed; the page is shown without them."));
    }
  }

  private static boolean failed(Exchange exchange) {
    return exchange.phases().byPhase().values().stream()
        .anyMatch(PhaseTiming.Failed.class::isInstance);
  }

  private static boolean is(RunError error, ErrorType type) {
    return error.errorType().equals(type.label());
  }
}
