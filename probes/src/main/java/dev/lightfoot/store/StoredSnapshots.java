package dev.lightfoot.store;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.snapshot.SnapshotFormatException;
import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks into the files of a store. What was found good is remembered until the file changes, here
/// and in an index for the next program, so that a list of many snapshots is read once.
final class StoredSnapshots {
  private final Quarantine quarantine;
  private final HeadlineChoice headline;
  private final InstantSource clock;
  private final FileBytes disk;
  private final Optional<SnapshotIndex> index;
  private final ConcurrentMap<Path, IndexedFile> known = new ConcurrentHashMap<>();
  private final AtomicBoolean indexRead = new AtomicBoolean();
  private final AtomicBoolean learned = new AtomicBoolean();

  StoredSnapshots(
      Quarantine quarantine,
      HeadlineChoice headline,
      InstantSource clock,
      FileBytes disk,
      Optional<SnapshotIndex> index) {
    this.quarantine = quarantine;
    this.headline = headline;
    this.clock = clock;
    this.disk = disk;
    this.index = index;
  }

  /// Takes up what programs before this one found.
  void recall() {
    if (index.isPresent() && indexRead.compareAndSet(false, true)) {
      index.get().read().forEach(known::putIfAbsent);
    }
  }

  /// Forgets files that are gone, and leaves the rest to the next program where anything is new.
  void remember(Set<Path> present) {
    boolean gone = known.keySet().retainAll(present);
    if (index.isPresent() && (learned.getAndSet(false) || gone)) {
      try {
        index.get().write(known);
      } catch (IOException | RuntimeException e) {
        // Nothing may be written here: the next program reads the files themselves.
      }
    }
  }

  /// What a file turned out to be.
  sealed interface Finding {}

  /// A snapshot.
  record Good(StoredSnapshot stored) implements Finding {}

  /// Nothing wrong with it as far as we know, but not for us; it stays where it is.
  record Unreadable(Listing.Damaged damaged) implements Finding {}

  /// No whole snapshot.
  record Damaged(String reason) implements Finding {}

  /// Deleted or set aside by another process.
  record Gone() implements Finding {}

  Quarantine quarantine() {
    return quarantine;
  }

  Finding inspect(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      IndexedFile before = known.get(file);
      if (before != null && before.fits(now.size(), now.lastModifiedTime())) {
        return new Good(before.stored());
      }
      Instant begun = clock.instant();
      Finding finding = judge(file, read(file));
      if (finding instanceof Good good) {
        IndexedFile found =
            new IndexedFile(now.size(), now.lastModifiedTime(), begun, good.stored());
        known.put(file, found);
        learned.compareAndSet(false, found.lasting());
      }
      return finding;
    } catch (NoSuchFileException e) {
      return new Gone();
    } catch (SnapshotFormatException e) {
      return e.reason() == Reason.NEWER_VERSION
          ? left(file, e.getMessage())
          : new Damaged(e.getMessage());
    } catch (IOException e) {
      return left(file, "It cannot be read: " + e.getMessage());
    }
  }

  Snapshot read(Path file) throws IOException {
    return SnapshotCodec.decodeStored(disk.of(file));
  }

  private Finding judge(Path file, Snapshot snapshot) {
    return String.valueOf(file.getFileName()).equals(snapshot.id() + ".json")
        ? new Good(StoredSnapshot.of(snapshot, headline, file))
        : left(
            file, "Its name is not the id of the snapshot in it, as for a copy; it is left alone.");
  }

  private static Finding left(Path file, String reason) {
    return new Unreadable(new Listing.Damaged(file, reason));
  }
}
