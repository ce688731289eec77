package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Reads many kept snapshots off the window's thread.
record KeptReading(SnapshotStore store, StoreJobs jobs) {
  private static final Logger LOG = Logger.getLogger(KeptReading.class.getName());

  /// Reads all of them; where one cannot be read, a notice says why.
  void all(List<StoredSnapshot> stored, Consumer<List<Snapshot>> read) {
    jobs.run(
        () -> {
          List<Snapshot> all = new ArrayList<>();
          for (StoredSnapshot each : stored) {
            all.add(store.read(each.id()));
          }
          return all;
        },
        read);
  }

  /// Reads those that can be read, and makes something of them and of those that cannot. Where none
  /// can, a notice says why.
  ///
  /// @param looked hears how many have been looked at
  /// @param ended hears what was made; of nothing where that failed
  <T> void readable(
      List<StoredSnapshot> stored,
      BiFunction<List<Snapshot>, List<StoredSnapshot>, T> made,
      IntConsumer looked,
      Consumer<Optional<T>> ended) {
    jobs.run(
        () -> made(stored, made, looked),
        it -> ended.accept(Optional.of(it)),
        sentence -> {
          jobs.workspace().tell(Notice.bad(sentence));
          ended.accept(Optional.empty());
        });
  }

  private <T> T made(
      List<StoredSnapshot> stored,
      BiFunction<List<Snapshot>, List<StoredSnapshot>, T> made,
      IntConsumer looked)
      throws IOException {
    List<Snapshot> read = new ArrayList<>();
    List<StoredSnapshot> unread = new ArrayList<>();
    for (StoredSnapshot each : stored) {
      try {
        read.add(store.read(each.id()));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "a kept snapshot is left out", e);
        unread.add(each);
        if (unread.size() == stored.size()) {
          throw e;
        }
      }
      int count = read.size() + unread.size();
      jobs.ui().execute(() -> looked.accept(count));
    }
    return made.apply(read, unread);
  }
}
