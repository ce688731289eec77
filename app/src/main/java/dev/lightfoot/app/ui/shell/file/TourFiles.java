package dev.lightfoot.app.ui.shell.file;

import dev.lightfoot.app.ui.tour.TourSamples;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;

/// The recordings of the tour from the program itself.
public final class TourFiles implements TourSamples {
  private static final String BEFORE = "/assets/samples/before.lightfoot.json";
  private static final String AFTER = "/assets/samples/after.lightfoot.json";

  @Override
  public Snapshot before() throws IOException {
    return JsonSnapshotFiles.read(BEFORE);
  }

  @Override
  public Snapshot after() throws IOException {
    return JsonSnapshotFiles.read(AFTER);
  }
}
