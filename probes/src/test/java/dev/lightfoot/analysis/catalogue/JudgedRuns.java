package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.finding.FactValue;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import java.util.List;

/// What one rule says of runs made by hand.
public final class JudgedRuns {
  private static final long MILLI = 1_000_000;

  private JudgedRuns() {}

  public static RuleAnswer by(Rule rule, Run... runs) {
    return by(rule, Samples.snapshot("https://shop.test/", runs));
  }

  public static RuleAnswer by(Rule rule, Snapshot snapshot) {
    RuleAnswer answer = MeasuredRules.judge(snapshot).get(rule);
    if (answer == null) {
      throw new AssertionError("nobody judges " + rule.label());
    }
    return answer;
  }

  /// Its only finding.
  public static Finding one(Rule rule, Run... runs) {
    List<Finding> found = all(rule, runs);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " findings: " + found);
    }
    return found.getFirst();
  }

  public static List<Finding> all(Rule rule, Run... runs) {
    return by(rule, runs) instanceof RuleAnswer.Found(List<Finding> found) ? found : List.of();
  }

  public static RuleAnswer not(Reason.Kind reason) {
    return RuleAnswer.notApplicable(reason);
  }

  /// That many trips and milliseconds.
  public static Saving saving(int trips, long low, long mid, long high) {
    return new Saving(trips, low * MILLI, mid * MILLI, high * MILLI);
  }

  /// The word of its variant.
  public static String variant(Finding finding) {
    return finding.fact("variant").orElseThrow() instanceof FactValue.Word(String key) ? key : "";
  }
}
