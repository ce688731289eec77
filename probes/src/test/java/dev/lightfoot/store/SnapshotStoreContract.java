package dev.lightfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every [SnapshotStore] does.
abstract class SnapshotStoreContract {
  static final OffsetDateTime DAY = OffsetDateTime.parse("2026-11-23T10:00:00+01:00");

  /// A store with nothing in it.
  abstract SnapshotStore emptyStore() throws IOException;

  static Snapshot snapshot(String name, OffsetDateTime takenAt) {
    return new Snapshot(
        SnapshotId.next(takenAt.toInstant()),
        Optional.of(name),
        Samples.TARGET,
        takenAt,
        Samples.ENVIRONMENT,
        List.of(Samples.cold(0), Samples.cold(1_000), Samples.cold(2_000), Samples.expired()),
        Map.of());
  }

  @Test
  void anEmptyStoreListsNothing() throws IOException {
    assertThat(emptyStore().list()).isEqualTo(new Listing(List.of(), List.of()));
  }

  @Test
  void whatWasSavedIsReadBack() throws IOException {
    SnapshotStore store = emptyStore();
    Snapshot snapshot = snapshot("a", DAY);
    store.save(snapshot);
    assertThat(store.read(snapshot.id())).isEqualTo(snapshot);
  }

  @Test
  void theListIsNewestFirstAndSumsUp() throws IOException {
    SnapshotStore store = emptyStore();
    StoredSnapshot old = store.save(snapshot("old", DAY));
    StoredSnapshot young = store.save(snapshot("young", DAY.plusHours(1)));
    StoredSnapshot middle = store.save(snapshot("middle", DAY.plusMinutes(1)));
    assertThat(store.list().snapshots()).containsExactly(young, middle, old);
    assertThat(old)
        .isEqualTo(
            new StoredSnapshot(
                old.id(), "old", Samples.TARGET, DAY, 4, OptionalLong.of(318_500_000), old.path()));
  }

  @Test
  void savingTheSameIdReplacesIt() throws IOException {
    SnapshotStore store = emptyStore();
    Snapshot snapshot = snapshot("a", DAY);
    store.save(snapshot);
    store.save(snapshot.named("b"));
    assertThat(store.list().snapshots()).extracting(StoredSnapshot::name).containsExactly("b");
  }

  @Test
  void renamingKeepsIdAndContent() throws IOException {
    SnapshotStore store = emptyStore();
    Snapshot snapshot = snapshot("a", DAY);
    store.save(snapshot);
    assertThat(store.rename(snapshot.id(), "  b ").name()).isEqualTo("b");
    assertThat(store.read(snapshot.id())).isEqualTo(snapshot.named("b"));
  }

  @Test
  void aNameIsOneLineOfText() throws IOException {
    SnapshotStore store = emptyStore();
    String id = store.save(snapshot("a", DAY)).id();
    for (String name : List.of(" ", "two\nlines", "n".repeat(201))) {
      assertThatThrownBy(() -> store.rename(id, name)).isInstanceOf(IOException.class);
    }
    assertThat(store.read(id).name()).contains("a");
  }

  @Test
  void whatWasDeletedComesBack() throws IOException {
    SnapshotStore store = emptyStore();
    Snapshot snapshot = snapshot("a", DAY);
    StoredSnapshot stored = store.save(snapshot);
    store.delete(snapshot.id());
    assertThat(store.list().snapshots()).isEmpty();
    assertThat(store.restore(snapshot.id())).isEqualTo(stored);
    assertThat(store.read(snapshot.id())).isEqualTo(snapshot);
  }

  @Test
  void anUnknownIdIsNamed() throws IOException {
    SnapshotStore store = emptyStore();
    String id = SnapshotId.next(DAY.toInstant());
    store.save(snapshot("another", DAY));
    assertThatThrownBy(() -> store.read(id)).hasMessageContaining("no snapshot " + id);
    assertThatThrownBy(() -> store.delete(id)).hasMessageContaining("no snapshot " + id);
    assertThatThrownBy(() -> store.rename(id, "x")).hasMessageContaining("no snapshot " + id);
    assertThatThrownBy(() -> store.restore(id)).hasMessageContaining("no snapshot " + id);
  }

  @Test
  void anIdThatIsNoneIsRefused() throws IOException {
    SnapshotStore store = emptyStore();
    assertThatThrownBy(() -> store.read("../../etc/passwd"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a snapshot id");
  }
}
