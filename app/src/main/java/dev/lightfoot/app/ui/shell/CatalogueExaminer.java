package dev.lightfoot.app.ui.shell;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.app.ui.workspace.examining.Examiner;
import dev.lightfoot.model.Snapshot;

/// Asks every rule of the catalogue.
final class CatalogueExaminer implements Examiner {
  @Override
  public Findings examine(Snapshot snapshot) {
    return Examination.of(snapshot);
  }

  @Override
  public Findings examine(ServedSpans spans) {
    return Examination.of(spans);
  }
}
