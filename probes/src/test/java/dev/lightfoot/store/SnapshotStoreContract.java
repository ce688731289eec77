package dev.lightfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.Subject;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
                old.id(),
                "old",
                new Subject(Samples.TARGET, "GET", Optional.empty(), Optional.empty()),
                DAY,
                4,
                Optional.of(
                    new HeadlineTime(
                        RunState.COLD, 3, 318_500_000, 317_500_000, 319_500_000, 314_900_000)),
                Annotation.NONE,
                old.path()));
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
  void tagsAndANoteAreKeptWithTheSnapshot() throws IOException {
    SnapshotStore store = emptyStore();
    Snapshot snapshot = snapshot("a", DAY);
    store.save(snapshot);
    Annotation written =
        new Annotation(List.of(" release ", "", "v2", "v2"), Optional.of(" two\nlines "));
    Annotation kept = new Annotation(List.of("release", "v2"), Optional.of("two\nlines"));
    assertThat(store.annotate(snapshot.id(), written).annotation()).isEqualTo(kept);
    assertThat(store.read(snapshot.id())).isEqualTo(snapshot.with(kept));
    assertThat(store.rename(snapshot.id(), "b").annotation()).isEqualTo(kept);
    assertThat(store.annotate(snapshot.id(), Annotation.NONE).annotation())
        .isEqualTo(Annotation.NONE);
  }

  @Test
  void tagsAndNotesAreBounded() throws IOException {
    SnapshotStore store = emptyStore();
    Snapshot snapshot = snapshot("a", DAY);
    store.save(snapshot);
    List<String> many = IntStream.rangeClosed(0, 20).mapToObj(i -> "tag " + i).toList();
    for (Annotation bad :
        List.of(
            new Annotation(List.of("t".repeat(51)), Optional.empty()),
            new Annotation(List.of("a,b"), Optional.empty()),
            new Annotation(List.of("two\nlines"), Optional.empty()),
            new Annotation(many, Optional.empty()),
            new Annotation(List.of(), Optional.of("n".repeat(4_001))))) {
      assertThatThrownBy(() -> store.annotate(snapshot.id(), bad)).isInstanceOf(IOException.class);
    }
    assertThat(store.read(snapshot.id())).isEqualTo(snapshot);
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
