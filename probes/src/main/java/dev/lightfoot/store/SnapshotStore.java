package dev.lightfoot.store;

import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.util.function.Consumer;

/// Keeps snapshots. Several processes may use the same store at once.
///
/// Every failure is an [IOException] whose message is a sentence for people: what failed, where,
/// what to do. After a failure everything that was kept before is still kept.
public interface SnapshotStore {

  /// Keeps a snapshot. When this returns it is on disk and survives a crash.
  StoredSnapshot save(Snapshot snapshot) throws IOException;

  /// What is kept, newest first. Files that cannot be read are moved to quarantine and named.
  default Listing list() throws IOException {
    return list(_ -> {});
  }

  /// The same for someone who is waiting.
  ///
  /// @param soFar hears now and then of what was found so far, the newest first; of nothing where
  ///   all of it is found at once
  Listing list(Consumer<Listing.Part> soFar) throws IOException;

  /// The snapshot of that id.
  Snapshot read(String id) throws IOException;

  /// Gives a snapshot another name; the id stays.
  StoredSnapshot rename(String id, String name) throws IOException;

  /// Writes tags and a note on a snapshot in place of those it had; the id stays.
  StoredSnapshot annotate(String id, Annotation annotation) throws IOException;

  /// Takes a snapshot out of the list; [#restore] brings it back.
  void delete(String id) throws IOException;

  /// Undoes [#delete].
  StoredSnapshot restore(String id) throws IOException;
}
