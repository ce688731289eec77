package dev.lightfoot.store;

import static dev.lightfoot.store.SnapshotStoreContract.DAY;
import static dev.lightfoot.store.SnapshotStoreContract.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a listing reads: counted in bytes, because times depend on the machine.
final class SnapshotIndexTest {
  private static final int MANY = 60;
  private static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir Path temporary;
  private long bytesRead;

  private Path folder() {
    return temporary.resolve("snapshots");
  }

  private Path index() {
    return temporary.resolve("snapshots-local").resolve("snapshots.index");
  }

  /// A store as a new program makes it.
  private DirectorySnapshotStore program(String version) {
    return DirectorySnapshotStore.indexed(
        folder(), Summary::headlineTime, version, Instant::now, this::counted);
  }

  private byte[] counted(Path file) throws IOException {
    byte[] bytes = FileBytes.OF_DISK.of(file);
    bytesRead += bytes.length;
    return bytes;
  }

  private List<StoredSnapshot> saved() throws IOException {
    DirectorySnapshotStore store = program("1");
    List<StoredSnapshot> saved = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Snapshot snapshot =
          snapshot("n" + i, DAY.plusMinutes(i))
              .with(new Annotation(List.of("tag " + i), Optional.of("two\nlines")));
      saved.addFirst(store.save(snapshot));
      Files.setLastModifiedTime(saved.getFirst().path(), FileTime.from(LONG_AGO));
    }
    return saved;
  }

  private long readBy(DirectorySnapshotStore store) throws IOException {
    bytesRead = 0;
    store.list();
    return bytesRead;
  }

  private long sizes(List<StoredSnapshot> snapshots) throws IOException {
    long sum = 0;
    for (StoredSnapshot each : snapshots) {
      sum += Files.size(each.path());
    }
    return sum;
  }

  @Test
  void everyFileIsReadOnceAndNoneByTheNextProgram() throws IOException {
    List<StoredSnapshot> saved = saved();
    assertThat(readBy(program("1"))).isEqualTo(sizes(saved));
    assertThat(readBy(program("1"))).isZero();
    assertThat(program("1").list().snapshots()).isEqualTo(saved);
  }

  @Test
  void onlyWhatIsNewIsRead() throws IOException {
    saved();
    program("1").list();
    StoredSnapshot added = program("1").save(snapshot("added", DAY.plusDays(1)));
    assertThat(readBy(program("1"))).isEqualTo(Files.size(added.path()));
  }

  @Test
  void whatAnotherComputerChangedIsReadAgain() throws IOException {
    List<StoredSnapshot> saved = saved();
    program("1").list();
    StoredSnapshot changed = saved.get(7);
    Snapshot renamed = program("1").read(changed.id()).named("N" + changed.name().substring(1));
    Files.write(changed.path(), SnapshotCodec.encode(renamed));
    Files.setLastModifiedTime(changed.path(), FileTime.from(LONG_AGO.plusSeconds(1)));
    assertThat(readBy(program("1"))).isEqualTo(Files.size(changed.path()));
    assertThat(program("1").list().snapshots().get(7).name())
        .isEqualTo(renamed.name().orElseThrow());
  }

  @Test
  void aChangeThatTheFilesTimeDoesNotShowIsFound() throws IOException {
    StoredSnapshot stored = program("1").save(snapshot("aa", DAY));
    FileTime now = FileTime.from(Instant.now());
    Files.setLastModifiedTime(stored.path(), now);
    program("1").list();
    Files.write(stored.path(), SnapshotCodec.encode(program("1").read(stored.id()).named("bb")));
    Files.setLastModifiedTime(stored.path(), now);
    assertThat(program("1").list().snapshots())
        .extracting(StoredSnapshot::name)
        .containsExactly("bb");
  }

  @Test
  void whatIsGoneIsForgotten() throws IOException {
    List<StoredSnapshot> saved = saved();
    program("1").list();
    long before = Files.size(index());
    for (StoredSnapshot each : saved.subList(0, MANY / 2)) {
      Files.delete(each.path());
    }
    assertThat(program("1").list().snapshots()).isEqualTo(saved.subList(MANY / 2, MANY));
    assertThat(Files.size(index())).isLessThan(before);
  }

  /// Moving a file keeps its size and its time.
  @Test
  void aFileThatWasGivenAnotherNameIsReadAndLeftAlone() throws IOException {
    List<StoredSnapshot> saved = saved();
    program("1").list();
    StoredSnapshot moved = saved.get(3);
    Path elsewhere = folder().resolve(SnapshotId.next(LONG_AGO) + ".json");
    Files.move(moved.path(), elsewhere);
    assertThat(readBy(program("1"))).isEqualTo(Files.size(elsewhere));
    Listing listing = program("1").list();
    assertThat(listing.snapshots()).hasSize(MANY - 1).doesNotContain(moved);
    assertThat(listing.damaged()).extracting(Listing.Damaged::path).containsExactly(elsewhere);
    Files.move(elsewhere, moved.path());
    assertThat(program("1").list().snapshots()).isEqualTo(saved);
  }

  @Test
  void anIndexThatCannotBeBelievedIsMadeAnew() throws IOException {
    List<StoredSnapshot> saved = saved();
    program("1").list();
    byte[] whole = Files.readAllBytes(index());
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 4;
    for (byte[] bad : List.of(new byte[0], new byte[8], Arrays.copyOf(whole, 200), flipped)) {
      Files.write(index(), bad);
      assertThat(readBy(program("1"))).isEqualTo(sizes(saved));
      assertThat(readBy(program("1"))).isZero();
    }
    Files.delete(index());
    assertThat(program("1").list().snapshots()).isEqualTo(saved);
  }

  @Test
  void whatAnotherVersionDerivedIsDerivedAnew() throws IOException {
    List<StoredSnapshot> saved = saved();
    program("1").list();
    assertThat(readBy(program("2"))).isEqualTo(sizes(saved));
  }

  @Test
  void theIndexIsTheOwnersAlone() throws IOException {
    saved();
    program("1").list();
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "skipped: this file system has no POSIX permissions");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(index())))
        .isEqualTo("rw-------");
  }

  @Test
  void theFolderThatMayBeSynchronisedHoldsNothingButSnapshots() throws IOException {
    saved();
    DirectorySnapshotStore store = program("1");
    StoredSnapshot first = store.list().snapshots().getFirst();
    store.rename(first.id(), "other");
    store.annotate(first.id(), Annotation.NONE);
    program("1").list();
    try (var entries = Files.list(folder())) {
      assertThat(entries.map(each -> each.getFileName().toString()))
          .hasSize(MANY)
          .allMatch(name -> name.endsWith(".json"));
    }
  }

  @Test
  void namesOfFilesSortByTime() throws IOException {
    List<StoredSnapshot> saved = saved();
    assertThat(saved.reversed().stream().map(each -> each.path().getFileName().toString()))
        .isSorted();
  }

  @Test
  void twoComputersThatSaveAtOnceLoseNothing() throws Exception {
    // Each has its own lock and index beside a link to the one folder that is synchronised.
    Path shared = Files.createDirectories(temporary.resolve("shared"));
    List<DirectorySnapshotStore> computers = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      Path link = Files.createDirectories(temporary.resolve(name)).resolve("snapshots");
      Files.createSymbolicLink(link, shared);
      computers.add(
          DirectorySnapshotStore.indexed(
              link, Summary::headlineTime, "1", Instant::now, FileBytes.OF_DISK));
    }
    List<Thread> threads = new ArrayList<>();
    List<String> ids = Collections.synchronizedList(new ArrayList<>());
    for (DirectorySnapshotStore computer : computers) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 30; i++) {
                        ids.add(computer.save(snapshot("s", DAY.plus(Duration.ofHours(i)))).id());
                        computer.list();
                      }
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(ids).hasSize(60);
    for (DirectorySnapshotStore computer : computers) {
      Listing listing = computer.list();
      assertThat(listing.damaged()).isEmpty();
      assertThat(listing.snapshots())
          .extracting(StoredSnapshot::id)
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  /// By a clock that a quarter of a second passes on for each look at it.
  @Test
  void whoWaitsForAListingHearsOfTheNewestFirst() throws IOException {
    List<StoredSnapshot> saved = saved();
    AtomicInteger looks = new AtomicInteger();
    DirectorySnapshotStore store =
        DirectorySnapshotStore.indexed(
            folder(),
            Summary::headlineTime,
            "2",
            () -> LONG_AGO.plus(Told.PAUSE.multipliedBy(looks.getAndIncrement())),
            this::counted);
    List<Listing.Part> parts = new ArrayList<>();
    Listing whole = store.list(parts::add);
    assertThat(whole.snapshots()).hasSize(MANY);
    assertThat(parts).hasSize(MANY - 1);
    assertThat(parts.getFirst().snapshots())
        .extracting(StoredSnapshot::id)
        .containsExactly(saved.getFirst().id());
    assertThat(parts.getLast().read()).isEqualTo(MANY - 1);
    assertThat(parts.getLast().all()).isEqualTo(MANY);
  }

  @Test
  void aListingThatIsQuickTellsNobodyWhileItRuns() throws IOException {
    saved();
    DirectorySnapshotStore store =
        DirectorySnapshotStore.indexed(
            folder(), Summary::headlineTime, "2", () -> LONG_AGO, this::counted);
    List<Listing.Part> parts = new ArrayList<>();
    store.list(parts::add);
    assertThat(parts).isEmpty();
  }
}
