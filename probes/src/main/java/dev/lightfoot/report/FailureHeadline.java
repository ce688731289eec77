package dev.lightfoot.report;

import static dev.lightfoot.report.Sentences.say;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The headline of a target that could not be measured: the reason, what was measured nevertheless,
/// and whether anything left this computer.
final class FailureHeadline {
  private FailureHeadline() {}

  static Headline of(Run run, RunError error, List<Run> runs) {
    List<String> caption = new ArrayList<>();
    Headlines.Bill bill = Headlines.Bill.of(run, runs);
    if (bill.totalNanos() > 0) {
      boolean connection = !sentAnything(run) && reached(run, Phase.TLS);
      String suffix = bill.distanceNanos() == 0 ? ".near" : "";
      caption.add(
          say(
              "failed." + (connection ? "connection" : "before") + suffix,
              Numbers.durationOfTenths(bill.table().total().total()),
              bill.trips(),
              bill.distance()));
    }
    if (!sentAnything(run)) {
      caption.add(say("failed.nothingLeft"));
    }
    return new Headline(
        error.message(),
        Optional.empty(),
        String.join(" ", caption),
        Optional.of(error.code()),
        Remedy.of(error.errorType()));
  }

  private static boolean sentAnything(Run run) {
    return reached(run, Phase.SEND) || reached(run, Phase.WAIT);
  }

  private static boolean reached(Run run, Phase phase) {
    for (Exchange exchange : run.exchanges()) {
      Optional<PhaseTiming> timing = exchange.phases().timing(phase);
      if (timing.isPresent() && !(timing.get() instanceof PhaseTiming.NotApplicable)) {
        return true;
      }
    }
    return false;
  }
}
