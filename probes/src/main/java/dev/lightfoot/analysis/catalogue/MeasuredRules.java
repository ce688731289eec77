package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.connect.DnsChain;
import dev.lightfoot.analysis.connect.TlsExtraTrip;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.model.Snapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules about what the client measured.
public final class MeasuredRules {
  private static final List<MeasuredRule> RULES = List.of(new DnsChain(), new TlsExtraTrip());

  private MeasuredRules() {}

  /// What each of them says of that snapshot.
  public static Map<Rule, RuleAnswer> judge(Snapshot snapshot) {
    Map<Rule, RuleAnswer> answers = new EnumMap<>(Rule.class);
    if (snapshot.runs().isEmpty()) {
      RULES.forEach(
          rule -> answers.put(rule.rule(), RuleAnswer.notApplicable(Reason.Kind.NO_MEASUREMENT)));
      return answers;
    }
    MeasuredSnapshot facts = MeasuredSnapshot.of(snapshot);
    RULES.forEach(rule -> answers.put(rule.rule(), rule.judge(facts)));
    return answers;
  }

  /// Which they are.
  static Set<Rule> rules() {
    return RULES.stream().map(MeasuredRule::rule).collect(Collectors.toUnmodifiableSet());
  }
}
