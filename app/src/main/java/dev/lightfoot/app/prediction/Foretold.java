package dev.lightfoot.app.prediction;

import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.change.parse.ChangeFault;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.whatif.Following;
import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.analysis.whatif.WhatIf;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.PredictionDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What several changes bring together, and which of them cannot be predicted.
///
/// @param prediction of those that can; empty where none can
/// @param refused why the others cannot, in the order in which that was found out
public record Foretold(Optional<Prediction> prediction, List<Refusal> refused) {
  public Foretold {
    refused = List.copyOf(refused);
  }

  /// Why a change is not predicted.
  ///
  /// @param change as it was asked for; empty where it is for none of them alone
  public record Refusal(Optional<String> change, ChangeFault fault) {}

  /// Predicts what the changes bring together. One that is refused is left out, and said.
  ///
  /// @param known findings that changes may name
  /// @throws java.util.concurrent.CancellationException where it is no longer wanted
  public static Foretold of(
      Snapshot snapshot,
      List<String> changes,
      Fingerprints known,
      GradeHistory history,
      Following following) {
    List<String> left = new ArrayList<>(changes);
    List<Refusal> refused = new ArrayList<>();
    while (!left.isEmpty()) {
      try {
        Changes wanted = Changes.of(left, known);
        Prediction made =
            PredictionDocument.of(WhatIf.predict(snapshot, wanted, history, following));
        return new Foretold(Optional.of(made), refused);
      } catch (Refused fault) {
        Optional<String> blamed = blamed(fault.fault()).filter(left::remove);
        refused.add(new Refusal(blamed, fault.fault()));
        if (blamed.isEmpty()) {
          break;
        }
      }
    }
    return new Foretold(Optional.empty(), refused);
  }

  /// The change without which the others may be predicted; empty where it is for none of them.
  private static Optional<String> blamed(ChangeFault fault) {
    return switch (fault) {
      case ChangeFault.UnknownWord(String given, List<String> _) -> Optional.of(given);
      case ChangeFault.WrongValue(String given, String _) -> Optional.of(given);
      case ChangeFault.NoTarget(String given, List<String> _) -> Optional.of(given);
      case ChangeFault.Exclusive(String _, String other) -> Optional.of(other);
      case ChangeFault.Unpredictable(String given, ChangeFault.Kind _) -> Optional.of(given);
      case ChangeFault.NotReplayable _, ChangeFault.NoRuns _ -> Optional.empty();
    };
  }
}
