package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.workspace.Examined;
import dev.lightfoot.report.finding.EvidenceWords;
import dev.lightfoot.report.finding.FindingWords;
import java.util.List;

/// What was examined, in words, made off the window's thread.
///
/// @param rows the findings, the worst first
/// @param inOrder rules that had something to look at and found nothing
/// @param notApplicable rules that could not look
record FindingsReading(
    Examined examined,
    List<FindingRow> rows,
    List<CheckedRule> inOrder,
    List<CheckedRule> notApplicable) {

  static FindingsReading of(Examined examined) {
    FindingWords words = examined.words();
    EvidenceWords evidence = new EvidenceWords(words, examined.places());
    return new FindingsReading(
        examined,
        examined.findings().list().stream()
            .map(finding -> FindingRow.of(finding, words, evidence))
            .toList(),
        examined.findings().inOrder().stream().map(CheckedRule::inOrder).toList(),
        examined.findings().notApplicable().entrySet().stream()
            .map(each -> CheckedRule.notApplicable(each.getKey(), each.getValue()))
            .toList());
  }
}
