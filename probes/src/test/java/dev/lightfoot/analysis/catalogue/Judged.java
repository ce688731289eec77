package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.span.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What all rules over what servers recorded say of some requests.
public final class Judged {
  private final Map<Rule, RuleAnswer> answers;

  private Judged(ServedSpans spans) {
    answers = ServedRules.judge(spans);
  }

  public static Judged of(Recorded... requests) {
    return new Judged(Recorded.all(requests));
  }

  public static Judged of(Collection<Span> spans) {
    return new Judged(ServedSpans.of(spans));
  }

  public static Judged of(ServedSpans spans) {
    return new Judged(spans);
  }

  public RuleAnswer answer(Rule rule) {
    return Objects.requireNonNull(answers.get(rule), rule.label());
  }

  /// What that rule found.
  public List<Finding> found(Rule rule) {
    return answer(rule) instanceof RuleAnswer.Found(List<Finding> findings) ? findings : List.of();
  }

  /// The one thing that that rule found.
  public Finding only(Rule rule) {
    List<Finding> findings = found(rule);
    if (findings.size() != 1) {
      throw new AssertionError(rule.label() + " found " + findings);
    }
    return findings.getFirst();
  }

  /// The rules about databases that found something, in the catalogue's order.
  public List<Rule> database() {
    return answers.entrySet().stream()
        .filter(entry -> entry.getKey().family() == Rule.Family.DATABASE)
        .filter(entry -> entry.getValue() instanceof RuleAnswer.Found)
        .map(Map.Entry::getKey)
        .toList();
  }
}
