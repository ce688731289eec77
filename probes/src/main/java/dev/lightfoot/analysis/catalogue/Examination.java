package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.pricing.Pricing;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// Asks every rule of the catalogue. Each answers once: it found something, is in order or could
/// not look.
public final class Examination {
  private Examination() {}

  /// What all rules say of a snapshot: of what the client measured, and of what servers recorded
  /// meanwhile; with what what-if predicts that it saves.
  public static Findings of(Snapshot snapshot) {
    return Pricing.of(judged(snapshot), snapshot);
  }

  /// The same as the rules judge it: savings are what they estimate.
  static Findings judged(Snapshot snapshot) {
    ServedSpans spans = new ServedSpans();
    for (Run run : snapshot.runs()) {
      run.spans().forEach(spans::add);
    }
    Map<Rule, RuleAnswer> answers = new EnumMap<>(Rule.class);
    answers.putAll(served(spans));
    answers.putAll(MeasuredRules.judge(snapshot));
    return Findings.of(answers);
  }

  /// What all rules say of what servers recorded, without a client that measured.
  public static Findings of(ServedSpans spans) {
    Map<Rule, RuleAnswer> answers = new EnumMap<>(Rule.class);
    answers.putAll(served(spans));
    answers.putAll(none(MeasuredRules.rules(), Reason.Kind.NO_MEASUREMENT));
    return Findings.of(answers);
  }

  private static Map<Rule, RuleAnswer> served(ServedSpans spans) {
    return spans.size() == 0
        ? none(ServedRules.rules(), Reason.Kind.NO_RECORDS)
        : ServedRules.judge(spans);
  }

  private static Map<Rule, RuleAnswer> none(Set<Rule> rules, Reason.Kind why) {
    Map<Rule, RuleAnswer> answers = new EnumMap<>(Rule.class);
    rules.forEach(rule -> answers.put(rule, RuleAnswer.notApplicable(why)));
    return answers;
  }
}
