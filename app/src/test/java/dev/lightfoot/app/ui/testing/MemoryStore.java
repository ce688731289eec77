package dev.lightfoot.app.ui.testing;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.AnnotationRule;
import dev.lightfoot.store.Listing;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A store that forgets when the test ends.
public final class MemoryStore implements SnapshotStore {
  private final Map<String, Snapshot> kept = new LinkedHashMap<>();
  private final Map<String, Snapshot> deleted = new HashMap<>();
  private final List<Listing.Damaged> damaged = new ArrayList<>();
  private Optional<String> fault = Optional.empty();
  private int reads;

  /// Every call fails from now on, with that sentence.
  public synchronized void failWith(String sentence) {
    fault = Optional.of(sentence);
  }

  /// How many snapshots were read.
  public synchronized int reads() {
    return reads;
  }

  /// A file that was put aside.
  public synchronized void damage(Path path, String reason) {
    damaged.add(new Listing.Damaged(path, reason));
  }

  @Override
  public synchronized StoredSnapshot save(Snapshot snapshot) throws IOException {
    check();
    kept.put(snapshot.id(), snapshot);
    return stored(snapshot);
  }

  @Override
  public synchronized Listing list(Consumer<Listing.Part> soFar) throws IOException {
    check();
    List<StoredSnapshot> newest =
        new ArrayList<>(kept.values().stream().map(this::stored).toList());
    return new Listing(newest.reversed(), damaged);
  }

  @Override
  public synchronized Snapshot read(String id) throws IOException {
    check();
    reads++;
    return required(kept.get(id), id);
  }

  @Override
  public synchronized StoredSnapshot rename(String id, String name) throws IOException {
    check();
    Snapshot renamed = required(kept.get(id), id).named(name);
    kept.put(id, renamed);
    return stored(renamed);
  }

  @Override
  public synchronized StoredSnapshot annotate(String id, Annotation annotation) throws IOException {
    check();
    Snapshot changed = required(kept.get(id), id).with(AnnotationRule.check(annotation));
    kept.put(id, changed);
    return stored(changed);
  }

  @Override
  public synchronized void delete(String id) throws IOException {
    check();
    deleted.put(id, required(kept.remove(id), id));
  }

  @Override
  public synchronized StoredSnapshot restore(String id) throws IOException {
    check();
    Snapshot back = required(deleted.remove(id), id);
    kept.put(id, back);
    return stored(back);
  }

  private void check() throws IOException {
    if (fault.isPresent()) {
      throw new IOException(fault.get());
    }
  }

  private static Snapshot required(@org.jspecify.annotations.Nullable Snapshot snapshot, String id)
      throws IOException {
    if (snapshot == null) {
      throw new IOException("There is no snapshot " + id + ".");
    }
    return snapshot;
  }

  private StoredSnapshot stored(Snapshot snapshot) {
    return StoredSnapshot.of(snapshot, Summary::headlineTime, Path.of("/memory", snapshot.id()));
  }
}
