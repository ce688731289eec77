package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.pricing.FindingChange;
import dev.lightfoot.analysis.pricing.FindingNames;
import dev.lightfoot.app.ui.finding.whatif.WhatIfSubject;
import dev.lightfoot.app.ui.workspace.examining.Examined;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.finding.EvidenceWords;
import dev.lightfoot.report.finding.FindingWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was examined, in words, made off the window's thread.
///
/// @param rows the findings, the worst first
/// @param inOrder rules that had something to look at and found nothing
/// @param notApplicable rules that could not look
/// @param whatIf what changes can be made to; empty where logs were examined
record FindingsReading(
    Examined examined,
    List<FindingRow> rows,
    List<CheckedRule> inOrder,
    List<CheckedRule> notApplicable,
    Optional<WhatIfSubject> whatIf) {

  static FindingsReading of(Examined examined) {
    FindingWords words = examined.words();
    EvidenceWords evidence = new EvidenceWords(words, examined.places());
    return new FindingsReading(
        examined,
        examined.findings().list().stream()
            .map(finding -> FindingRow.of(finding, words, evidence, changes(examined, finding)))
            .toList(),
        examined.findings().inOrder().stream().map(CheckedRule::inOrder).toList(),
        examined.findings().notApplicable().entrySet().stream()
            .map(each -> CheckedRule.notApplicable(each.getKey(), each.getValue()))
            .toList(),
        examined.snapshot().map(snapshot -> subject(snapshot, examined)));
  }

  private static List<String> changes(Examined examined, Finding finding) {
    return examined
        .snapshot()
        .filter(_ -> finding.rule() != Rule.CONNECTION_NOT_REUSED) // it would keep all connections
        .map(snapshot -> FindingChange.of(finding, snapshot))
        .orElse(List.of());
  }

  private static WhatIfSubject subject(Snapshot snapshot, Examined examined) {
    List<Finding> found = examined.findings().list();
    FindingWords words = examined.words();
    return new WhatIfSubject(
        snapshot,
        new FindingNames(snapshot, found),
        found.stream()
            .collect(Collectors.toMap(Finding::fingerprint, words::title, (first, _) -> first)),
        words::shown);
  }
}
