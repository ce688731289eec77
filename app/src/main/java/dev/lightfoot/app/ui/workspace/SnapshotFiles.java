package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.codec.snapshot.ComparedIds;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Snapshots outside the store. A failure's message is a sentence for people.
public interface SnapshotFiles {

  /// The snapshot of a file.
  Snapshot read(Path path) throws IOException;

  /// Which snapshots a file compares; empty where it is no comparison that was written.
  Optional<ComparedIds> compared(Path path) throws IOException;

  /// The page loads that another program captured in a file; at least one.
  List<Snapshot> captured(Path path) throws IOException;

  /// The finished example that comes with the program.
  Snapshot sample() throws IOException;

  /// The loads of a page that come with the program.
  Snapshot pageSample() throws IOException;
}
