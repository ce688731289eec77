package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.StoredSnapshot;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Proposes kept snapshots that fit to be compared.
///
/// @param library where they are kept
record Proposing(Workspace workspace, Library library) {

  /// Looks for what that one is best compared with.
  ///
  /// @param found hears of both, the one that was given first
  void propose(Snapshot second, BiConsumer<Snapshot, Snapshot> found) {
    Optional<StoredSnapshot> fitting = Proposals.fitting(second, library.snapshots());
    if (fitting.isEmpty()) {
      workspace.say(Words.text("compare.status.none-fits"));
      return;
    }
    library.read(fitting.get(), first -> found.accept(second, first));
  }

  /// The two that are proposed while none is chosen; empty where no address was kept twice.
  Optional<Proposals.Pair> lastPair() {
    return Proposals.last(library.snapshots());
  }

  /// Compares those two.
  void compareLastPair() {
    lastPair()
        .ifPresent(
            pair ->
                library.read(
                    pair.earlier(),
                    first ->
                        library.read(pair.later(), second -> workspace.compare(first, second))));
  }
}
