package dev.lightfoot.app.ui.workspace.examining;

import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.Snapshot;

/// Asks all rules. May be used by several threads; takes its time.
public interface Examiner {
  /// What they say of a measurement and of what servers recorded for it.
  Findings examine(Snapshot snapshot);

  /// What they say of what was read from logs and received.
  Findings examine(ServedSpans spans);
}
