package dev.lightfoot.analysis.finding;

import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.Optional;

/// One waste of trips, named by a rule.
///
/// @param rule which
/// @param severity how much it matters
/// @param most that it may matter, whatever it saves
/// @param subject what it is about
/// @param count how often it happens within one request or run: the median of those that show it
/// @param traces how many requests or runs show it
/// @param evidence what shows it, the clearest first; at most [#MAX_EVIDENCE]
/// @param evidenceLeftOut how much more there is of it
/// @param saving what its removal brings; empty where the rule only says what cannot be seen, or
///   names a risk
/// @param grade measured by our own probe, imported from records, or inferred: something had to be
///   assumed
/// @param facts what its words speak of
public record Finding(
    Rule rule,
    Severity severity,
    Severity most,
    FindingSubject subject,
    int count,
    int traces,
    List<Proof> evidence,
    int evidenceLeftOut,
    Optional<Saving> saving,
    Evidence grade,
    List<Fact> facts) {
  /// How much evidence a finding keeps.
  public static final int MAX_EVIDENCE = 200;

  public Finding {
    evidence = List.copyOf(evidence);
    facts = List.copyOf(facts);
    if (evidence.size() > MAX_EVIDENCE) {
      evidenceLeftOut += evidence.size() - MAX_EVIDENCE;
      evidence = evidence.subList(0, MAX_EVIDENCE);
    }
  }

  /// One that may matter as much as its saving does: what had to be assumed never exceeds medium.
  public Finding(
      Rule rule,
      Severity severity,
      FindingSubject subject,
      int count,
      int traces,
      List<Proof> evidence,
      int evidenceLeftOut,
      Optional<Saving> saving,
      Evidence grade,
      List<Fact> facts) {
    this(
        rule,
        severity,
        grade == Evidence.INFERRED ? Severity.MEDIUM : Severity.HIGH,
        subject,
        count,
        traces,
        evidence,
        evidenceLeftOut,
        saving,
        grade,
        facts);
  }

  /// The same with that saving, and as severe as that is.
  ///
  /// @param wholeNanos what it is saved of; 0 where that is not known
  public Finding saves(Saving other, long wholeNanos) {
    return new Finding(
        rule,
        Severity.of(other.nanos(), wholeNanos).atMost(most),
        most,
        subject,
        count,
        traces,
        evidence,
        evidenceLeftOut,
        Optional.of(other),
        grade,
        facts);
  }

  /// The same across runs, times and counts: 16 hexadecimal digits of rule and subject.
  public String fingerprint() {
    return Fingerprint.of(rule, subject);
  }

  /// The fact of that name.
  public Optional<FactValue> fact(String name) {
    return facts.stream().filter(fact -> fact.name().equals(name)).map(Fact::value).findFirst();
  }
}
