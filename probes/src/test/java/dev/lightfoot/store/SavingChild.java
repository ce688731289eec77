package dev.lightfoot.store;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.SnapshotId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A program of its own for tests: saves snapshots until it is killed or cannot go on.
final class SavingChild {
  private SavingChild() {}

  public static void main(String[] args) throws IOException {
    SnapshotStore store = new DirectorySnapshotStore(Path.of(args[1]), Summary::headlineTime);
    switch (args[0]) {
      case "until-killed" -> untilKilled(store);
      case "until-full" -> untilFull(store, Path.of(args[1]));
      case "read-only" -> readOnly(store);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void untilKilled(SnapshotStore store) throws IOException {
    while (true) {
      String id =
          store.save(SnapshotStoreContract.snapshot("kept", SnapshotStoreContract.DAY)).id();
      store.rename(id, "kept for good");
      System.out.println(id);
      System.out.flush();
    }
  }

  private static void untilFull(SnapshotStore store, Path folder) throws IOException {
    int saved = 0;
    try {
      while (true) {
        store.save(SnapshotStoreContract.snapshot("kept", SnapshotStoreContract.DAY));
        saved++;
      }
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
    Listing listing = new DirectorySnapshotStore(folder, Summary::headlineTime).list();
    try (var files = Files.list(folder)) {
      long unfinished = files.filter(file -> file.toString().endsWith(".tmp")).count();
      boolean whole = listing.snapshots().size() == saved && listing.damaged().isEmpty();
      System.out.println("whole " + whole + ", some " + (saved > 0) + ", unfinished " + unfinished);
    }
  }

  private static void readOnly(SnapshotStore store) throws IOException {
    System.out.println("listed " + store.list().snapshots().size());
    String id = store.list().snapshots().getFirst().id();
    System.out.println("read " + store.read(id).id().equals(id));
    try {
      store.save(SnapshotStoreContract.snapshot("new", SnapshotStoreContract.DAY));
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
    String unknown = SnapshotId.next(Instant.EPOCH);
    try {
      store.delete(unknown);
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }
}
