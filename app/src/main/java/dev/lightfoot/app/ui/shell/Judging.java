package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.finding.EvidenceLeads;
import dev.lightfoot.app.ui.finding.FindingsViewModel;
import dev.lightfoot.app.ui.workspace.Acknowledging;
import dev.lightfoot.app.ui.workspace.Examining;
import dev.lightfoot.app.ui.workspace.ExaminingPorts;
import dev.lightfoot.store.AcknowledgementStore;
import java.time.LocalDate;

/// What the rules find, and what the person said to it.
///
/// @param examining asks the rules of what is open
/// @param acknowledging remembers which findings the person knows
/// @param findings what the Findings screen shows of both
record Judging(Examining examining, Acknowledging acknowledging, FindingsViewModel findings) {

  static Judging of(Workbench bench) {
    WindowParts parts = bench.parts();
    Examining examining =
        new Examining(
            new ExaminingPorts(parts.examiner(), parts.ui(), parts.jobs(), parts::later),
            bench.workspace(),
            bench.shelf());
    Acknowledging acknowledging =
        new Acknowledging(
            new AcknowledgementStore(parts.dataFolder()),
            () -> LocalDate.now(parts.zone()),
            bench.workspace(),
            parts.ui(),
            parts.jobs());
    return new Judging(
        examining,
        acknowledging,
        new FindingsViewModel(
            examining,
            acknowledging,
            bench.workspace(),
            new EvidenceLeads(bench.workspace(), bench.shelf()),
            parts.ui(),
            parts.jobs()));
  }

  /// The line that names the largest saving of what is shown.
  LargestSaving largest(String id) {
    return new LargestSaving(id, examining, acknowledging);
  }
}
