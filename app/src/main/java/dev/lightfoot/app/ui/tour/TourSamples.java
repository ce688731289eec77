package dev.lightfoot.app.ui.tour;

import dev.lightfoot.model.Snapshot;
import java.io.IOException;

/// The recordings that the tour leads through; they come with the program.
public interface TourSamples {
  /// A page that asks its database once for each of its lines.
  Snapshot before() throws IOException;

  /// The same page, which asks once for all of them.
  Snapshot after() throws IOException;
}
