package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.prediction.KeptPredictions;
import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.finding.EvidenceLeads;
import dev.lightfoot.app.ui.finding.FindingsViewModel;
import dev.lightfoot.app.ui.finding.whatif.WhatIfPorts;
import dev.lightfoot.app.ui.finding.whatif.WhatIfViewModel;
import dev.lightfoot.app.ui.workspace.Acknowledging;
import dev.lightfoot.app.ui.workspace.examining.Examining;
import dev.lightfoot.app.ui.workspace.examining.ExaminingPorts;
import dev.lightfoot.store.AcknowledgementStore;
import java.time.LocalDate;

/// What the rules find, and what the person said to it.
///
/// @param examining asks the rules of what is open
/// @param acknowledging remembers which findings the person knows
/// @param whatIf predicts what changes would bring
/// @param findings what the Findings screen shows of all three
record Judging(
    Examining examining,
    Acknowledging acknowledging,
    WhatIfViewModel whatIf,
    FindingsViewModel findings) {

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
    WhatIfViewModel whatIf = whatIf(bench);
    return new Judging(
        examining,
        acknowledging,
        whatIf,
        new FindingsViewModel(
            examining,
            acknowledging,
            bench.workspace(),
            new EvidenceLeads(bench.workspace(), bench.shelf()),
            whatIf,
            parts.ui(),
            parts.jobs()));
  }

  private static WhatIfViewModel whatIf(Workbench bench) {
    WindowParts parts = bench.parts();
    WhatIfViewModel whatIf =
        new WhatIfViewModel(
            new WhatIfPorts(
                new KeptPredictions(parts.dataFolder(), parts.store()),
                parts.ui(),
                parts.jobs(),
                parts.pace(),
                parts::later),
            bench.workspace());
    // What is saved grades, and is something to keep predictions of.
    bench.library().snapshots().subscribe(whatIf::settle);
    return whatIf;
  }

  /// Says whether something is measured: meanwhile nothing is looked for and nothing predicted.
  void hold(boolean measuring) {
    examining.hold(measuring);
    whatIf.hold(measuring);
  }

  /// The line that names the largest saving of what is shown.
  LargestSaving largest(String id) {
    return new LargestSaving(id, examining, acknowledging);
  }
}
