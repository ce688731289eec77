package dev.lightfoot.report.headline;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The headline of a target that could not be measured: the reason, what was measured nevertheless,
/// and whether anything left this computer.
final class FailureHeadline {
  private FailureHeadline() {}

  static Headline of(Run run, RunError error, List<Run> runs) {
    RedirectChain chain = RedirectChain.of(run);
    List<String> caption = new ArrayList<>();
    Bill bill = Bill.of(run, Summary.of(runs), runs);
    if (bill.headlineNanos() > 0) {
      boolean connection = !sentAnything(chain) && chain.took(Phase.TLS);
      String suffix = bill.distanceNanos() == 0 ? ".near" : "";
      caption.add(
          say(
              "failed." + (connection ? "connection" : "before") + suffix,
              Numbers.durationOfTenths(bill.table().total().total()),
              bill.trips(),
              bill.distance()));
    }
    if (!sentAnything(chain)) {
      caption.add(say("failed.nothingLeft"));
    }
    return new Headline(
        error.message(),
        Optional.empty(),
        String.join(" ", caption),
        Optional.of(error.code()),
        Remedy.of(error.errorType()));
  }

  private static boolean sentAnything(RedirectChain chain) {
    return chain.took(Phase.SEND) || chain.took(Phase.WAIT);
  }
}
