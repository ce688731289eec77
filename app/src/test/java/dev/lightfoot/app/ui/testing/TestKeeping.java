package dev.lightfoot.app.ui.testing;

import dev.lightfoot.app.prediction.GradedKeeping;
import dev.lightfoot.store.SnapshotStore;
import java.nio.file.Path;

/// Keeping where nothing was predicted.
public final class TestKeeping {
  private TestKeeping() {}

  /// In that store.
  public static GradedKeeping in(SnapshotStore store) {
    return GradedKeeping.in(Path.of("no", "predictions", "here"), store);
  }
}
