package dev.lightfoot.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectorySnapshotStoreTest extends SnapshotStoreContract {
  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("data").resolve("snapshots");
  }

  @Override
  SnapshotStore emptyStore() {
    return new DirectorySnapshotStore(folder(), Summary::headlineTime);
  }

  @Test
  void onlyTheOwnerMayRead() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "skipped: this file system has no POSIX permissions");
    Path file = emptyStore().save(snapshot("a", DAY)).path();
    assertThat(
            List.of(
                permissions(file), permissions(folder()), permissions(temporary.resolve("data"))))
        .containsExactly("rw-------", "rwx------", "rwx------");
  }

  @Test
  void damagedFilesAreSetAsideAndTheRestIsListed() throws IOException {
    SnapshotStore store = emptyStore();
    Random random = new Random(21);
    StoredSnapshot whole = store.save(snapshot("whole", DAY));
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Path file = store.save(snapshot("broken", DAY.plusSeconds(i))).path();
      Files.write(file, damaged(Files.readAllBytes(file), random));
      broken.add(file.getFileName().toString());
    }
    Listing listing = new DirectorySnapshotStore(folder(), Summary::headlineTime).list();
    assertThat(listing.snapshots()).containsExactly(whole);
    assertThat(listing.damaged())
        .extracting(each -> folder().relativize(each.path()).toString())
        .containsExactlyInAnyOrderElementsOf(
            broken.stream().map(name -> "quarantine/" + name).toList());
    assertThat(new DirectorySnapshotStore(folder(), Summary::headlineTime).list().damaged())
        .containsExactlyInAnyOrderElementsOf(listing.damaged());
  }

  @Test
  void readingADamagedFileTellsWhereItLiesNow() throws IOException {
    SnapshotStore store = emptyStore();
    StoredSnapshot stored = store.save(snapshot("a", DAY));
    Files.writeString(stored.path(), "{");
    assertThatThrownBy(() -> store.read(stored.id()))
        .hasMessageContaining("quarantine")
        .hasMessageContaining("the file is cut");
  }

  @Test
  void aFileOfANewerVersionStaysAndIsNamed() throws IOException {
    SnapshotStore store = emptyStore();
    Path file = store.save(snapshot("a", DAY)).path();
    Files.writeString(file, Files.readString(file).replace("\"version\":1", "\"version\":2"));
    Listing listing = store.list();
    assertThat(listing.snapshots()).isEmpty();
    assertThat(listing.damaged()).extracting(Listing.Damaged::path).containsExactly(file);
    assertThat(listing.damaged().getFirst().reason()).contains("Update Lightfoot");
    assertThat(file).exists();
  }

  @Test
  void aCopyUnderAnotherNameIsLeftAlone() throws IOException {
    SnapshotStore store = emptyStore();
    StoredSnapshot stored = store.save(snapshot("a", DAY));
    Path copy = Files.copy(stored.path(), folder().resolve("copy.json"));
    Listing listing = store.list();
    assertThat(listing.snapshots()).containsExactly(stored);
    assertThat(listing.damaged()).extracting(Listing.Damaged::path).containsExactly(copy);
  }

  @Test
  void onlyOldLeftoversOfCrashedSavesAreCleared() throws IOException {
    emptyStore().save(snapshot("a", DAY));
    Path young = Files.writeString(folder().resolve(".saving-1.tmp"), "{");
    Path old = Files.writeString(folder().resolve(".saving-2.tmp"), "{");
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofMinutes(59))));
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofMinutes(61))));
    new DirectorySnapshotStore(folder(), Summary::headlineTime, () -> now).list();
    assertThat(List.of(Files.exists(young), Files.exists(old))).containsExactly(true, false);
  }

  @Test
  void theTrashIsEmptiedAfterThirtyDays() throws IOException {
    Instant then = Instant.parse("2026-11-23T12:00:00Z");
    SnapshotStore store = new DirectorySnapshotStore(folder(), Summary::headlineTime, () -> then);
    StoredSnapshot stored = store.save(snapshot("a", DAY));
    store.delete(stored.id());
    new DirectorySnapshotStore(
            folder(), Summary::headlineTime, () -> then.plus(Duration.ofDays(29)))
        .list();
    assertThat(store.restore(stored.id())).isEqualTo(stored);
    store.delete(stored.id());
    new DirectorySnapshotStore(
            folder(), Summary::headlineTime, () -> then.plus(Duration.ofDays(31)))
        .list();
    assertThatThrownBy(() -> store.restore(stored.id())).hasMessageContaining("no snapshot");
  }

  @Test
  void twoStoresOnOneFolderDoNotDisturbEachOther() throws Exception {
    Snapshot shared = snapshot("shared", DAY);
    emptyStore().save(shared);
    List<Callable<List<StoredSnapshot>>> jobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      jobs.add(
          () -> busy(new DirectorySnapshotStore(folder(), Summary::headlineTime), shared.id()));
    }
    List<String> ids = new ArrayList<>(List.of(shared.id()));
    try (var executor = Executors.newFixedThreadPool(4)) {
      for (Future<List<StoredSnapshot>> job : executor.invokeAll(jobs)) {
        job.get().forEach(each -> ids.add(each.id()));
      }
    }
    Listing listing = emptyStore().list();
    assertThat(listing.damaged()).isEmpty();
    assertThat(listing.snapshots())
        .extracting(StoredSnapshot::id)
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aFileInPlaceOfTheFolderIsTold() throws IOException {
    Files.writeString(temporary.resolve("data"), "");
    assertThatThrownBy(() -> emptyStore().save(snapshot("a", DAY)))
        .hasMessageContaining("was not saved")
        .hasMessageContaining("is a file, not a folder");
  }

  @Test
  void aVanishedFolderIsTold() throws IOException {
    SnapshotStore store = emptyStore();
    StoredSnapshot stored = store.save(snapshot("a", DAY));
    Files.move(folder(), temporary.resolve("elsewhere"));
    assertThatThrownBy(() -> store.save(snapshot("b", DAY))).hasMessageContaining("has vanished");
    assertThatThrownBy(() -> store.rename(stored.id(), "b")).hasMessageContaining("has vanished");
    assertThatThrownBy(store::list).hasMessageContaining("has vanished");
  }

  @Test
  void theFolderIsWhereThePlatformWantsIt() {
    Path home = Path.of("/home/ann");
    assertThat(
            List.of(
                DataFolder.standard("Linux", home, Map.of()),
                DataFolder.standard("Linux", home, Map.of("XDG_DATA_HOME", "/srv/xdg")),
                DataFolder.standard("Linux", home, Map.of("XDG_DATA_HOME", "relative")),
                DataFolder.standard("Mac OS X", home, Map.of()),
                DataFolder.standard("Windows 11", home, Map.of("LOCALAPPDATA", "/c/local"))))
        .containsExactly(
            Path.of("/home/ann/.local/share/lightfoot"),
            Path.of("/srv/xdg/lightfoot"),
            Path.of("/home/ann/.local/share/lightfoot"),
            Path.of("/home/ann/Library/Application Support/Lightfoot"),
            Path.of("/c/local/Lightfoot"));
  }

  private static List<StoredSnapshot> busy(SnapshotStore store, String shared) throws IOException {
    List<StoredSnapshot> saved = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      saved.add(store.save(snapshot("mine", DAY)));
      store.rename(shared, "shared " + i);
      StoredSnapshot gone = store.save(snapshot("gone", DAY));
      store.list();
      store.delete(gone.id());
    }
    return saved;
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    if (random.nextBoolean()) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
      // A flipped version number would make it a newer one, which is no damage that can be seen.
      return new String(flipped, UTF_8)
              .startsWith("{\"format\":\"lightfoot/snapshot\",\"version\":1")
          ? flipped
          : damaged(bytes, random);
    }
    return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length - 2));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void theBytesOnDiskAreTheCodecs() throws IOException {
    Snapshot snapshot = snapshot("a", DAY);
    assertThat(emptyStore().save(snapshot).path()).hasBinaryContent(SnapshotCodec.encode(snapshot));
  }
}
