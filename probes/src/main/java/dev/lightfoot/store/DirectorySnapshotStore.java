package dev.lightfoot.store;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.snapshot.SnapshotFormatException;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps each snapshot as a file `ID.json` of its own, written to disk before it is said to be
/// saved and readable by its owner only. Damaged files go to the folder `quarantine` within,
/// deleted ones to `trash`, where they stay for 30 days.
///
/// The folder may be synchronised with other computers: names sort by time, no two snapshots share
/// one, and what serves one computer alone lies in a folder beside it (see [#local(Path)]).
public final class DirectorySnapshotStore implements SnapshotStore {
  /// How long deleted snapshots can be brought back.
  static final Duration TRASH_KEPT = Duration.ofDays(30);

  /// How long unfinished files are left alone: another process may be writing them.
  static final Duration TEMPORARY_KEPT = Duration.ofHours(1);

  private static final String SUFFIX = ".json";
  private static final int LONGEST_NAME = 200;

  private final Path folder;
  private final Path trash;
  private final HeadlineChoice headline;
  private final InstantSource clock;
  private final StoredSnapshots files;
  private volatile boolean seen;

  /// A store in that folder, which is made when something is saved.
  public DirectorySnapshotStore(Path folder, HeadlineChoice headline) {
    this(folder, headline, InstantSource.system());
  }

  DirectorySnapshotStore(Path folder, HeadlineChoice headline, InstantSource clock) {
    this(folder, headline, clock, FileBytes.OF_DISK, Optional.empty());
  }

  private DirectorySnapshotStore(
      Path folder,
      HeadlineChoice headline,
      InstantSource clock,
      FileBytes disk,
      Optional<SnapshotIndex> index) {
    this.folder = folder;
    this.headline = headline;
    this.trash = folder.resolve("trash");
    this.clock = clock;
    this.files =
        new StoredSnapshots(
            new Quarantine(folder.resolve("quarantine")), headline, clock, disk, index);
    this.seen = Files.isDirectory(folder);
  }

  /// A store in that folder that leaves an index to the next program.
  ///
  /// @param version of this program: an index that another one made is made anew
  public static DirectorySnapshotStore indexed(
      Path folder, HeadlineChoice headline, String version) {
    return indexed(folder, headline, version, InstantSource.system(), FileBytes.OF_DISK);
  }

  static DirectorySnapshotStore indexed(
      Path folder, HeadlineChoice headline, String version, InstantSource clock, FileBytes disk) {
    SnapshotIndex index =
        new SnapshotIndex(local(folder).resolve("snapshots.index"), folder, version);
    return new DirectorySnapshotStore(folder, headline, clock, disk, Optional.of(index));
  }

  /// Where the lock and the index of the snapshots in that folder lie: beside it.
  static Path local(Path folder) {
    return folder.resolveSibling(folder.getFileName() + "-local");
  }

  @Override
  public StoredSnapshot save(Snapshot snapshot) throws IOException {
    Path file = file(snapshot.id());
    return changing(
        "The snapshot was not saved",
        () -> {
          OwnerFiles.write(file, SnapshotCodec.encode(snapshot));
          return StoredSnapshot.of(snapshot, headline, file);
        });
  }

  @Override
  public Listing list(Consumer<Listing.Part> soFar) throws IOException {
    if (!Files.exists(folder) && !seen) {
      return new Listing(List.of(), List.of());
    }
    try {
      sweep();
      files.recall();
      List<Path> present = jsonFiles();
      Told told = new Told(soFar, present.size(), clock);
      List<Listing.Damaged> damaged = new ArrayList<>();
      for (Path file : present) {
        switch (files.inspect(file)) {
          case StoredSnapshots.Good good -> told.found(good.stored());
          case StoredSnapshots.Unreadable bad -> damaged.add(bad.damaged());
          case StoredSnapshots.Damaged bad -> damaged.add(setAside(file, bad.reason()));
          case StoredSnapshots.Gone _ -> {}
        }
        told.looked();
      }
      files.remember(Set.copyOf(present));
      damaged.addAll(
          files.quarantine().content().stream().filter(each -> !damaged.contains(each)).toList());
      return new Listing(told.newestFirst(), damaged);
    } catch (IOException | RuntimeException e) {
      throw StoreFault.of("The snapshots cannot be listed", folder, e);
    }
  }

  @Override
  public Snapshot read(String id) throws IOException {
    Path file = file(id);
    try {
      return files.read(file);
    } catch (NoSuchFileException e) {
      throw missing(id, e);
    } catch (SnapshotFormatException e) {
      if (e.reason() == SnapshotFormatException.Reason.NEWER_VERSION) {
        throw e;
      }
      Listing.Damaged damaged = setAside(file, e.getMessage());
      throw new IOException(
          "Snapshot "
              + id
              + " is damaged and lies in "
              + damaged.path()
              + " now. "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public StoredSnapshot rename(String id, String name) throws IOException {
    String shown = name.strip();
    if (shown.isEmpty() || shown.length() > LONGEST_NAME) {
      throw new IOException("A name has 1 to " + LONGEST_NAME + " characters.");
    }
    if (shown.chars().anyMatch(Character::isISOControl)) {
      throw new IOException("A name is one line of text.");
    }
    return rewrite(id, "The snapshot was not renamed", snapshot -> snapshot.named(shown));
  }

  @Override
  public StoredSnapshot annotate(String id, Annotation annotation) throws IOException {
    Annotation checked = AnnotationRule.check(annotation);
    return rewrite(id, "Nothing was written on the snapshot", snapshot -> snapshot.with(checked));
  }

  private StoredSnapshot rewrite(String id, String failure, UnaryOperator<Snapshot> change)
      throws IOException {
    Path file = file(id);
    return changing(
        failure,
        () -> {
          Snapshot changed = change.apply(read(id));
          OwnerFiles.write(file, SnapshotCodec.encode(changed));
          return StoredSnapshot.of(changed, headline, file);
        });
  }

  @Override
  public void delete(String id) throws IOException {
    Path file = file(id);
    changing(
        "The snapshot was not deleted",
        () -> {
          if (!Files.exists(file)) {
            throw missing(id, null);
          }
          OwnerFiles.createFolder(trash);
          Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
          OwnerFiles.move(file, trash.resolve(id + SUFFIX));
          return file;
        });
  }

  @Override
  public StoredSnapshot restore(String id) throws IOException {
    Path file = file(id);
    Path deleted = trash.resolve(id + SUFFIX);
    return changing(
        "The snapshot was not brought back",
        () -> {
          if (Files.exists(file)) {
            throw new IOException("Snapshot " + id + " exists already.");
          }
          Snapshot snapshot;
          try {
            snapshot = files.read(deleted);
          } catch (NoSuchFileException e) {
            throw missing(id, e);
          }
          OwnerFiles.move(deleted, file);
          return StoredSnapshot.of(snapshot, headline, file);
        });
  }

  private Listing.Damaged setAside(Path file, String reason) throws IOException {
    try (FolderLock _ = FolderLock.take(local(folder))) {
      // Another process may have put it right, or set it aside, since we looked.
      return switch (files.inspect(file)) {
        case StoredSnapshots.Damaged damaged -> files.quarantine().take(file, damaged.reason());
        case StoredSnapshots.Good _, StoredSnapshots.Gone _ -> new Listing.Damaged(file, reason);
        case StoredSnapshots.Unreadable unreadable -> unreadable.damaged();
      };
    } catch (IOException | RuntimeException e) {
      // A folder that cannot be written to: the file stays where it is, and is named.
      return new Listing.Damaged(file, reason);
    }
  }

  /// Names sort by time: those of the newest first.
  private List<Path> jsonFiles() throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path entry : entries) {
        if (!String.valueOf(entry.getFileName()).startsWith(".")) {
          found.add(entry);
        }
      }
    }
    found.sort(Comparator.reverseOrder());
    return found;
  }

  /// Clears what crashed saves and old deletions left; what cannot be cleared waits for next time.
  private void sweep() {
    FolderSweep sweep = new FolderSweep(clock.instant());
    sweep.clear(folder, OwnerFiles.TEMPORARY_PREFIX, OwnerFiles.TEMPORARY_SUFFIX, TEMPORARY_KEPT);
    sweep.clear(trash, "", SUFFIX, TRASH_KEPT);
  }

  private Path file(String id) throws IOException {
    if (!SnapshotId.isValid(id)) {
      throw new IOException(
          "\"" + id + "\" is not a snapshot id: 26 characters of lower-case base32.");
    }
    return folder.resolve(id + SUFFIX);
  }

  private IOException missing(String id, @Nullable IOException cause) {
    return new IOException("There is no snapshot " + id + " in " + folder + ".", cause);
  }

  private interface Change<T> {
    T make() throws IOException;
  }

  private <T> T changing(String failure, Change<T> change) throws IOException {
    if (seen && !Files.exists(folder)) {
      throw new IOException(failure + ": " + StoreFault.vanished(folder));
    }
    try {
      OwnerFiles.createFolder(folder);
      seen = true;
      try (FolderLock _ = FolderLock.take(local(folder))) {
        return change.make();
      }
    } catch (IOException | RuntimeException e) {
      throw StoreFault.of(failure, folder, e);
    }
  }
}
