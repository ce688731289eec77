package dev.lightfoot.app.ui.workspace.examining;

import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.finding.EvidencePlaces;
import dev.lightfoot.report.finding.FindingWords;
import java.util.Optional;
import java.util.OptionalLong;

/// What the rules said of what is open.
///
/// @param snapshot the measurement that they were asked of; empty where it was logs
/// @param wholeNanos how long what was measured takes; empty where there is no such number
/// @param findings their answers
/// @param places the spans and requests that the findings name
/// @param words tells the findings without its secrets
public record Examined(
    Optional<Snapshot> snapshot,
    OptionalLong wholeNanos,
    Findings findings,
    EvidencePlaces places,
    FindingWords words) {

  /// What was examined.
  public Source source() {
    return snapshot.isPresent() ? Source.MEASUREMENT : Source.LOGS;
  }

  /// Whether it is of the measurement with that id.
  public boolean isOf(String snapshotId) {
    return snapshot.filter(each -> each.id().equals(snapshotId)).isPresent();
  }

  /// What can be examined.
  public enum Source {
    /// The measurement that is shown, with what servers recorded for it.
    MEASUREMENT,
    /// All that was read from logs or received.
    LOGS
  }
}
