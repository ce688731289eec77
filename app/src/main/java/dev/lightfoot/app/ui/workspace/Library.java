package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.app.prediction.GradedKeeping;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.codec.snapshot.ComparedIds;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.Listing;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The saved snapshots as the window sees them: the store, asked off the window's thread.
///
/// A failure becomes a [Notice]; what was kept before is still kept.
public final class Library {
  private final GradedKeeping keeping;
  private final SnapshotStore store;
  private final SnapshotFiles files;
  private final Workspace workspace;
  private final Executor ui;
  private final StoreJobs jobs;
  private final KeptReading reading;
  private final ObservableList<StoredSnapshot> snapshots = FXCollections.observableArrayList();
  private final ObservableList<Listing.Damaged> damaged = FXCollections.observableArrayList();
  // Kept: a wrapper that nobody holds stops hearing of changes.
  private final ObservableList<StoredSnapshot> shownSnapshots =
      FXCollections.unmodifiableObservableList(snapshots);
  private final ObservableList<Listing.Damaged> shownDamaged =
      FXCollections.unmodifiableObservableList(damaged);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

  public Library(
      GradedKeeping keeping,
      SnapshotFiles files,
      Workspace workspace,
      Executor ui,
      Executor background) {
    this.keeping = keeping;
    this.store = keeping.store();
    this.files = files;
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = new StoreJobs(workspace, ui, background);
    this.reading = new KeptReading(store, jobs);
  }

  /// What is kept, newest first.
  public ObservableList<StoredSnapshot> snapshots() {
    return shownSnapshots;
  }

  /// Files that could not be read and were put aside.
  public ObservableList<Listing.Damaged> damaged() {
    return shownDamaged;
  }

  /// Whether the store has been listed once.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Lists the store again.
  public void refresh() {
    work(() -> store.list(part -> ui.execute(() -> showPart(part))), this::show);
  }

  /// Keeps a snapshot under that name; hears of it once it is on disk.
  public void save(Snapshot snapshot, String name, Consumer<Snapshot> saved) {
    Snapshot named = snapshot.named(name);
    work(
        () -> keeping.keep(named),
        kept -> {
          workspace.tell(
              Notice.plain(saved(kept))
                  .offering(
                      Words.text("notice.show-history"),
                      () -> workspace.screenProperty().set(Screen.HISTORY)));
          saved.accept(named);
          refresh();
        });
  }

  private static String saved(GradedKeeping.Kept kept) {
    String name = Words.text("notice.saved", kept.stored().name());
    return kept.grades().isEmpty() ? name : name + " " + String.join(" ", kept.grades());
  }

  /// Reads a kept snapshot; where that fails, a notice says why.
  public void read(StoredSnapshot stored, Consumer<Snapshot> read) {
    work(() -> store.read(stored.id()), read);
  }

  /// Reads those kept snapshots that can be read, and makes something of them, and of those that
  /// cannot, off the window's thread; where none can, a notice says why.
  ///
  /// @param looked hears how many have been looked at
  /// @param ended hears what was made; of nothing where that failed
  public <T> void readReadable(
      List<StoredSnapshot> stored,
      BiFunction<List<Snapshot>, List<StoredSnapshot>, T> made,
      IntConsumer looked,
      Consumer<Optional<T>> ended) {
    reading.readable(stored, made, looked, ended);
  }

  /// Compares a kept snapshot with the last one before it that fits.
  public void compareWith(StoredSnapshot stored) {
    read(stored, workspace::compareWith);
  }

  /// Compares kept snapshots with the oldest of them.
  ///
  /// @param stored at least two
  public void compareAll(List<StoredSnapshot> stored) {
    reading.all(
        stored,
        read -> {
          read.sort(Comparator.comparing(snapshot -> snapshot.takenAt().toInstant()));
          workspace.compareAll(read.getFirst(), read.subList(1, read.size()));
        });
  }

  /// Compares what two files hold, the earlier measurement being A. Sends nothing.
  ///
  /// @param snapshots files that Lightfoot saved
  /// @param captures files of captured page loads, of which each gives its first page; two files in
  ///   all
  /// @param failed hears in one sentence why one of them cannot be opened
  public void compareFiles(List<Path> snapshots, List<Path> captures, Consumer<String> failed) {
    work(
        () -> read(snapshots, captures),
        two -> workspace.compare(two.getFirst(), two.getLast()),
        failed);
  }

  private List<Snapshot> read(List<Path> snapshots, List<Path> captures) throws IOException {
    List<Snapshot> read = new ArrayList<>();
    for (Path path : snapshots) {
      read.add(files.read(path));
    }
    for (Path path : captures) {
      read.add(files.captured(path).getFirst());
    }
    read.sort(Comparator.comparing(snapshot -> snapshot.takenAt().toInstant()));
    return read;
  }

  /// Keeps a snapshot that nobody is waiting for, without a notice; hears of it once it is on disk.
  public void keep(Snapshot snapshot, String name, Consumer<Snapshot> kept) {
    Snapshot named = snapshot.named(name);
    work(
        () -> keeping.keep(named),
        done -> {
          if (!done.grades().isEmpty()) {
            workspace.tell(Notice.plain(String.join(" ", done.grades())));
          }
          kept.accept(named);
          refresh();
        });
  }

  /// Opens a kept snapshot.
  public void open(StoredSnapshot stored) {
    work(() -> store.read(stored.id()), workspace::open);
  }

  /// Opens a snapshot file from anywhere. Sends nothing.
  ///
  /// @param ended hears when it is open, or in one sentence why it cannot be
  public void openFile(Path path, Consumer<Optional<String>> ended) {
    work(
        () -> opened(path),
        found -> {
          if (found.size() == 1) {
            workspace.open(found.getFirst());
          } else {
            workspace.compare(found.getFirst(), found.getLast());
          }
          ended.accept(Optional.empty());
        },
        sentence -> ended.accept(Optional.of(sentence)));
  }

  /// The snapshot of a file; of a comparison that was written both its snapshots, as they are kept.
  private List<Snapshot> opened(Path path) throws IOException {
    Optional<ComparedIds> compared = files.compared(path);
    if (compared.isEmpty()) {
      return List.of(files.read(path));
    }
    List<Snapshot> both = new ArrayList<>();
    for (String id : compared.get().both()) {
      try {
        both.add(store.read(id));
      } catch (IOException e) {
        throw new IOException(Words.text("file.comparison", path.toString(), id), e);
      }
    }
    return both;
  }

  /// Opens the first page of a file of captured page loads. Sends nothing.
  ///
  /// @param ended hears of the pages of other URLs that the file holds
  /// @param failed hears in one sentence why it cannot be opened
  public void openCapture(Path path, Consumer<List<Snapshot>> ended, Consumer<String> failed) {
    work(
        () -> files.captured(path),
        pages -> {
          workspace.open(pages.getFirst());
          ended.accept(pages.subList(1, pages.size()));
        },
        failed);
  }

  /// Opens the finished example that comes with the program.
  public void openSample() {
    work(files::sample, workspace::open);
  }

  /// Opens the finished loads of a page that come with the program.
  public void openPageSample() {
    work(files::pageSample, workspace::open);
  }

  public void rename(StoredSnapshot stored, String name) {
    work(
        () -> store.rename(stored.id(), name),
        renamed -> {
          workspace.undoable(() -> rename(renamed, stored.name()));
          workspace.say(Words.text("status.renamed", stored.name(), name));
          refresh();
        });
  }

  /// Writes tags and a note on a snapshot in place of those it had.
  public void annotate(StoredSnapshot stored, Annotation annotation) {
    work(
        () -> store.annotate(stored.id(), annotation),
        written -> {
          workspace.undoable(() -> annotate(written, stored.annotation()));
          workspace.say(Words.text("status.annotated", stored.name()));
          refresh();
        });
  }

  /// Deletes a snapshot and offers to undo it.
  public void delete(StoredSnapshot stored) {
    work(
        () -> {
          store.delete(stored.id());
          return stored;
        },
        _ -> {
          Runnable back = workspace.undoable(() -> restore(stored));
          workspace.tell(
              Notice.plain(Words.text("notice.deleted", stored.name()))
                  .offering(Words.text("notice.undo"), back));
          refresh();
        });
  }

  private void restore(StoredSnapshot stored) {
    work(
        () -> store.restore(stored.id()),
        _ -> {
          workspace.tell(Notice.plain(Words.text("notice.restored", stored.name())));
          refresh();
        });
  }

  /// The first listing is waited for: its rows are shown as they are found. Later ones take the
  /// place of what is there at once.
  private void showPart(Listing.Part part) {
    if (!loaded.get()) {
      snapshots.setAll(part.snapshots());
      workspace.say(
          Words.text("status.listing", Numbers.count(part.read()), Numbers.count(part.all())));
    }
  }

  private void show(Listing listing) {
    if (!loaded.get() && !snapshots.isEmpty()) {
      workspace.say(Words.text("status.listed", Numbers.count(listing.snapshots().size())));
    }
    snapshots.setAll(List.copyOf(listing.snapshots()));
    damaged.setAll(List.copyOf(listing.damaged()));
    loaded.set(true);
  }

  private <T> void work(StoreJobs.Job<T> job, Consumer<T> done) {
    jobs.run(job, done);
  }

  private <T> void work(StoreJobs.Job<T> job, Consumer<T> done, Consumer<String> failed) {
    jobs.run(job, done, failed);
  }
}
