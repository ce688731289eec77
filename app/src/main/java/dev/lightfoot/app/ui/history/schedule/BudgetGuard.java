package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Holds what was measured against a budget file.
public interface BudgetGuard {

  /// A limit that is broken.
  ///
  /// @param limit what is limited, and to what
  /// @param measured how much there is
  record Broken(String limit, String measured) {}

  /// Reads the file and its baselines, and no more.
  ///
  /// @param kept what is saved, newest first
  /// @throws IOException a sentence for people: why it is no budget that can be checked
  void look(Path budget, List<StoredSnapshot> kept) throws IOException;

  /// The limits that the snapshot breaks; none where all are kept or cannot be measured.
  ///
  /// @param kept what else is saved, newest first
  /// @throws IOException a sentence for people: why it cannot be checked
  List<Broken> broken(Path budget, Snapshot snapshot, List<StoredSnapshot> kept) throws IOException;
}
