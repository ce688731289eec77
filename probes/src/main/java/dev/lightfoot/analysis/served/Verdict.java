package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what one rule sees, request by request, and makes its answer of it: one finding for
/// each service, route and text, or the reason why there is none.
public final class Verdict {
  private final Rule rule;
  private final Optional<Severity> severity;
  private final Map<FindingSubject, List<Showing>> shown = new LinkedHashMap<>();
  private boolean looked;
  private boolean taken;
  private boolean arriving;
  private Optional<Rule> blinded = Optional.empty();

  public Verdict(Rule rule) {
    this(rule, Optional.empty());
  }

  /// @param severity of each finding; empty where it is that of its saving
  public Verdict(Rule rule, Optional<Severity> severity) {
    this.rule = rule;
    this.severity = severity;
  }

  /// There was something to look at.
  public void looked() {
    looked = true;
  }

  /// There would have been something, had not a rule of a higher rank kept it.
  public void taken() {
    taken = true;
  }

  /// There would have been something, could it be told.
  ///
  /// @param audit the rule that says why not
  public void blinded(Rule audit) {
    blinded = blinded.or(() -> Optional.of(audit));
  }

  /// There may be something once all of a trace has come.
  public void arriving() {
    arriving = true;
  }

  /// One request shows it.
  public void show(Showing showing) {
    shown.computeIfAbsent(showing.subject(), _ -> new ArrayList<>()).add(showing);
  }

  /// Whether anything was shown.
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /// The answer; for want of anything to look at that reason.
  public RuleAnswer answer(Reason.Kind nothing) {
    if (!shown.isEmpty()) {
      List<Finding> findings = new ArrayList<>();
      shown.forEach((subject, showings) -> findings.add(finding(subject, showings)));
      return new RuleAnswer.Found(findings);
    }
    if (blinded.isPresent()) {
      return new RuleAnswer.NotApplicable(Reason.cannotTell(blinded.get()));
    }
    if (arriving) {
      return RuleAnswer.notApplicable(Reason.Kind.STILL_ARRIVING);
    }
    if (looked) {
      return RuleAnswer.IN_ORDER;
    }
    return RuleAnswer.notApplicable(taken ? Reason.Kind.TAKEN : nothing);
  }

  private Finding finding(FindingSubject subject, List<Showing> shown) {
    List<Showing> showings = Showing.joined(shown);
    List<Showing> byCount = new ArrayList<>(showings);
    byCount.sort(Comparator.comparingInt(Showing::count).thenComparingLong(Showing::savedNanos));
    Showing median = byCount.remove(byCount.size() / 2);
    List<Proof> evidence = new ArrayList<>();
    int more = prove(median, evidence);
    for (Showing showing : byCount) {
      more += prove(showing, evidence);
    }
    return new Finding(
        rule,
        severity(median),
        subject,
        median.count(),
        (int) showings.stream().map(Showing::request).distinct().count(),
        evidence,
        more,
        median.saving(),
        median.grade(),
        median.facts());
  }

  private static int prove(Showing showing, List<Proof> evidence) {
    int room = Math.max(0, Finding.MAX_EVIDENCE - evidence.size());
    List<Span> spans = showing.evidence();
    for (Span span : spans.subList(0, Math.min(room, spans.size()))) {
      evidence.add(new Proof.OfSpan(span.traceId(), span.spanId()));
    }
    return Math.max(0, spans.size() - room);
  }

  private Severity severity(Showing showing) {
    Severity saved = Severity.of(showing.savedNanos(), showing.request().wallNanos());
    Severity most = showing.grade() == Evidence.INFERRED ? Severity.MEDIUM : Severity.HIGH;
    return severity.orElse(saved.atMost(most));
  }
}
