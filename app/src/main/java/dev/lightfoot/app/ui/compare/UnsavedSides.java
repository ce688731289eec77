package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.model.Snapshot;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Which of the compared snapshots are not kept.
final class UnsavedSides {
  private final Sides sides;
  private final Library library;
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();

  UnsavedSides(Sides sides, Library library) {
    this.sides = sides;
    this.library = library;
    library.snapshots().addListener((Observable _) -> tell());
  }

  /// Whether there are any.
  ReadOnlyBooleanProperty property() {
    return any.getReadOnlyProperty();
  }

  /// Looks again.
  void tell() {
    any.set(sides.all().stream().anyMatch(this::isUnsaved));
  }

  private boolean isUnsaved(Snapshot snapshot) {
    return library.snapshots().stream().noneMatch(kept -> kept.id().equals(snapshot.id()));
  }

  /// Keeps them.
  ///
  /// @param kept is told of each that is kept
  void save(Runnable kept) {
    for (Snapshot snapshot : sides.all()) {
      if (isUnsaved(snapshot)) {
        library.save(
            snapshot,
            CompareSentences.proposedName(snapshot),
            named -> {
              sides.replace(snapshot, named);
              kept.run();
            });
      }
    }
  }
}
