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
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Looks into the files of a store. What was found good is remembered until the file changes, so
/// that a list of many snapshots is read once.
final class StoredSnapshots {
  private final Quarantine quarantine;
  private final HeadlineTime headline;
  private final ConcurrentMap<Path, Known> known = new ConcurrentHashMap<>();

  StoredSnapshots(Quarantine quarantine, HeadlineTime headline) {
    this.quarantine = quarantine;
    this.headline = headline;
  }

  private record Known(long size, FileTime modified, StoredSnapshot stored) {}

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
      Known before = known.get(file);
      if (before != null
          && before.size() == now.size()
          && before.modified().equals(now.lastModifiedTime())) {
        return new Good(before.stored());
      }
      Finding finding = judge(file, read(file));
      if (finding instanceof Good good) {
        known.put(file, new Known(now.size(), now.lastModifiedTime(), good.stored()));
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

  static Snapshot read(Path file) throws IOException {
    if (Files.size(file) > SnapshotCodec.MAX_BYTES) {
      throw new IOException("The file is larger than any snapshot.");
    }
    return SnapshotCodec.decodeStored(Files.readAllBytes(file));
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
