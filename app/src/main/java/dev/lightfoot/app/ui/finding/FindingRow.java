package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.report.finding.EvidenceWords;
import dev.lightfoot.report.finding.FindingRemedy;
import dev.lightfoot.report.finding.FindingWords;
import java.util.List;
import java.util.Optional;

/// A finding with its words, made off the window's thread.
///
/// @param title the waste in a few words
/// @param where route, service and layer
/// @param says what is seen, with its numbers
/// @param often how often, and in how many requests or runs
/// @param subject the statement, name or path that it is about; empty where there is none
/// @param remedy what to do
/// @param disproof what would show that it is wrong; empty where it needs no number of its own
/// @param evidence what shows it, the clearest first
/// @param changes of the measurement that undo it, as what-if is asked for them; empty where it has
///   no model of that
record FindingRow(
    Finding finding,
    String title,
    String where,
    String says,
    String often,
    String subject,
    FindingRemedy remedy,
    Optional<String> disproof,
    List<Evidence> evidence,
    List<String> changes) {

  /// One thing that shows it.
  ///
  /// @param text what it is
  record Evidence(Proof proof, String text) {}

  static FindingRow of(
      Finding finding, FindingWords words, EvidenceWords evidence, List<String> changes) {
    return new FindingRow(
        finding,
        words.title(finding),
        words.where(finding),
        words.says(finding),
        words.often(finding),
        words.subject(finding).text(),
        words.remedy(finding),
        words.disproof(finding),
        finding.evidence().stream().map(proof -> new Evidence(proof, evidence.of(proof))).toList(),
        changes);
  }

  String fingerprint() {
    return finding.fingerprint();
  }

  /// Whether it is one to look at first.
  boolean isUrgent() {
    return finding.severity() != Severity.LOW;
  }

  /// Whether its changes may concern more than it is about: those that concern that and nothing
  /// else have told what it saves.
  boolean mayChangeMore() {
    return finding.saving().filter(it -> it.from() == Saving.From.REPLAY).isEmpty();
  }

  /// What a filter looks in.
  boolean mentions(String lowerCase) {
    return (title + "\n" + where + "\n" + subject + "\n" + finding.rule().label())
        .toLowerCase(java.util.Locale.ROOT)
        .contains(lowerCase);
  }
}
